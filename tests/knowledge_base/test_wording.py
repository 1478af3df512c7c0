"""Wording: whether quoted words stand in a passage, and which words of the passage come nearest."""

from typing import Any

from harness import each_case
from knowledge_base.wording import find_words, nearest, tidy


@each_case("knowledge_base/cases/wording.yml", "finds")
def test_words_that_stand_in_a_passage_are_found(case: dict[str, Any]) -> None:
    """Words are found in order, stretch by stretch, and where they are whole words; `at` is where each begins."""
    spans = find_words(case["quoted"], case["passage"])
    assert spans
    assert [tidy(case["passage"])[span.start : span.end] for span in spans] == case["finds"]
    starts = [span.start for span in spans]
    assert starts == case.get("at", starts)


@each_case("knowledge_base/cases/wording.yml", "does not find")
def test_words_that_do_not_stand_in_a_passage_are_not_found(case: dict[str, Any]) -> None:
    """Words of other letters, in another order, or cut out of a longer word, number or cluster are not found."""
    assert find_words(case["quoted"], case["passage"]) is None


@each_case("knowledge_base/cases/wording.yml", "nearest")
def test_the_nearest_wording_is_named(case: dict[str, Any]) -> None:
    """Of words that are not there, the nearest wording of the passage is named, and the first words that differ."""
    assert nearest(case["quoted"], case["passage"]) == (case["nearest"], case["differs"])
