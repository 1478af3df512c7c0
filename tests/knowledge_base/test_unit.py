"""Units of translation: pages are units and nothing else, in every language alike."""

from typing import Any

import pytest

from harness import PROJECT, each_case
from knowledge_base.library import Library
from knowledge_base.reading import read_library
from knowledge_base.unit import MARKER, read_units, words_of


@pytest.fixture(scope="module")
def library() -> Library:
    """The real pages."""
    return read_library(PROJECT / "docs")


@each_case("knowledge_base/cases/units.yml", "read")
def test_a_page_is_read_as_units(case: dict[str, Any]) -> None:
    """Each kind of unit is found with its own Markdown, line and anchor."""
    found = [[unit.kind, unit.line, unit.anchor, unit.markdown] for unit in read_units(case["markdown"])]
    assert found == case["units"]


@each_case("knowledge_base/cases/units.yml", "fingerprints")
def test_a_fingerprint_tells_words_from_signs(case: dict[str, Any]) -> None:
    """Spacing and punctuation change one half of a fingerprint only; words, marks of letters and numbers both."""
    one, other = (read_units(markdown)[0].mark.fingerprint for markdown in case["texts"])
    assert (one == other, words_of(one) == words_of(other)) == (case["all the same"], case["words the same"])


def test_between_units_there_is_nothing_to_translate(library: Library) -> None:
    """On the real pages, all that lies between units is blank lines and the signs of lists."""
    for page in library.pages.values():
        position = 0
        for unit in read_units(page.body, page.start):
            between = page.body[position : unit.start]
            assert not MARKER.sub("", between.strip("\n")).strip(), (page.file, unit.line, between)
            assert page.body[unit.start : unit.end] == unit.markdown
            assert unit.markdown.split("\n")[0] in page.text_of(unit.line)
            assert unit.markdown.split("\n")[-1] in page.text_of(unit.last_line)
            position = unit.end
        assert not page.body[position:].strip(), page.file


def test_a_translation_has_the_units_of_its_english_page(library: Library) -> None:
    """On the real pages, the kinds and anchors of the units are the same in every language."""
    for page in library.pages.values():
        if original := library.original_of(page):
            ours, theirs = ([unit.mark[:2] for unit in read_units(each.body)] for each in (page, original))
            assert ours == theirs, page.file
