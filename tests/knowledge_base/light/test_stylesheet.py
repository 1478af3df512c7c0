"""A style sheet is cut to what pages and their scripts can make of it."""

from typing import Any

import pytest

from harness import each_case
from knowledge_base.light.first_screen import first_rules, is_covered, whole_rules
from knowledge_base.light.stylesheet import BrokenStyles, cut, read_styles, write
from knowledge_base.light.vocabulary import first_words, words_of

PAGE = "<html><body class=seen><header class=md-header></header><article class=seen>{}</article>{}</body></html>"


@each_case("knowledge_base/cases/light/styles.yml")
def test_what_no_page_can_show_is_left_out(case: dict[str, Any]) -> None:
    """Rules, selectors and properties that nothing can have are left out; all that a state or a script brings stays."""
    words = words_of([case["page"]], [case.get("script", "")])
    assert write(cut(read_styles(case["sheet"]), words)) == case["left"]


def test_a_broken_style_sheet_is_named_by_line() -> None:
    """What cannot be read is a fault with its line, and nothing that is silently left out."""
    with pytest.raises(BrokenStyles, match="2"):
        read_styles("p { left: 0 }\np { left }")


def test_the_first_screen_has_its_rules_and_no_others() -> None:
    """In the page stand the rules for the article, not those for what moves, for paper, or for wide windows."""
    sheet = """.seen { left: 0; transition: left 1s } .seen:hover { left: 1px } .md-footer p { left: 0 }
    .unseen { left: 0 }
    @media print { .seen { left: 0 } } @media (min-width: 60em) { .seen { left: 0 } }"""
    first = first_rules(read_styles(sheet), first_words(PAGE.format("", '<footer class="md-footer"><p></p></footer>')))
    assert write(first).partition("}")[2] == ".seen{left:0}"


def test_places_that_wait_are_hidden_until_the_whole_sheet_opens_them() -> None:
    """What the first rules hide, the whole sheet shows before all of its other rules."""
    hidden, shown = write(first_rules((), first_words(PAGE.format("", "")))), write(whole_rules(()))
    assert hidden.replace("none", "block") == shown


def test_a_page_with_more_than_the_first_rules_know_is_not_covered() -> None:
    """Whether a page can be shown by the first rules alone is told by its article, not by its footer."""
    rules = read_styles(".seen { left: 0 } .more { left: 0 } .md-footer p { left: 0 }")
    first = first_rules(rules, first_words(PAGE.format("", "")))
    assert is_covered(first, rules, first_words(PAGE.format("", '<footer class="md-footer"><p></p></footer>')))
    assert not is_covered(first, rules, first_words(PAGE.format('<p class="more"></p>', "")))


def test_a_first_screen_is_the_header_and_the_article() -> None:
    """What is folded up shows its line alone; the footer and what opens later show nothing."""
    words = first_words(
        PAGE.format(
            '<details class="kb-languages"><summary id="s">L</summary><ul><li class="in">A</li></ul></details>',
            '<div class="md-sidebar"><p class="aside"></p></div><p class="behind"></p>',
        )
    )
    assert {"summary", "#s", ".kb-languages", ".behind", ".js", "[id]", "[id=s]", "details"} <= words.marks
    assert not {".in", "li", "ul", ".aside", ".md-sidebar"} & words.marks
