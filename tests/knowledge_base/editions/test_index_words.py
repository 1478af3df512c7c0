"""The words that a ZIM archive is found by."""

from typing import Any

from lxml import html

from harness import each_case
from knowledge_base.editions.index_words import fold, index_text, index_words


@each_case("knowledge_base/editions/cases/index-words.yml")
def test_words_and_short_runs_of_words_stand_in_the_index(case: dict[str, Any]) -> None:
    """What a reader types in one piece is found where the text has it, even inside a line without spaces."""
    words = index_words(case["text"]).split()
    assert [typed for typed in case["found"] if fold(typed) not in words] == []
    assert [typed for typed in case["not_found"] if fold(typed) in words] == []


def test_the_index_has_the_text_of_the_page_and_no_more() -> None:
    """What is left out is what stands elsewhere too; blocks do not grow together."""
    article = html.fragment_fromstring(
        '<article><aside class="kb-notice">A draft</aside><h1>Equity<a class="headerlink">#</a></h1><p>Work</p>'
        "<ul><li>One</li><li>Two</li></ul></article>"
    )
    assert index_text(article) == "equity work one two"
