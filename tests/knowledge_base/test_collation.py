"""Words are sorted as their language sorts them."""

from typing import Any

from harness import each_case
from knowledge_base.collation import letters, sort_key


@each_case("knowledge_base/cases/collation.yml", "order")
def test_words_are_in_the_order_of_their_language(case: dict[str, Any]) -> None:
    """However words came, they are put in the order in which a dictionary of the language has them."""
    words = case["words"]
    backwards = words[::-1]
    assert sorted(backwards, key=sort_key(case["locale"])) == words


@each_case("knowledge_base/cases/collation.yml", "letters")
def test_words_stand_under_the_letters_of_their_language(case: dict[str, Any]) -> None:
    """Each word stands under the letter that its language has for it, and no other letter is there."""
    words = [word for under in reversed(case["words"].values()) for word in reversed(under)]
    found = letters(case["locale"], words)
    assert (found, list(found)) == (case["words"], list(case["words"]))
