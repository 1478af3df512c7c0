"""Units in HTML: on the real pages, each unit is found again in what the engine makes of the Markdown."""

import pytest

from harness import PROJECT, TRANSLATIONS, render
from knowledge_base.fragment import parse
from knowledge_base.library import Library
from knowledge_base.page import Page
from knowledge_base.reading import read_library
from knowledge_base.unit import Unit
from knowledge_base.unit_elements import elements_of_units

TAGS = {"heading": {"h1", "h2", "h3"}, "item": {"li", "p"}, "definition": {"dd", "p"}, "term": {"dt"}, "note": {"div"}}


@pytest.fixture(scope="module")
def library() -> Library:
    """The real pages."""
    return read_library(PROJECT / "docs")


def first_words(page: Page, unit: Unit) -> str:
    """The first words of a unit, without the signs that either reader of Markdown leaves out."""
    return "".join(page.words_of(unit).split())[:12]


@pytest.mark.parametrize("locale", ["en", *TRANSLATIONS])
def test_the_elements_of_a_page_are_its_units_in_the_same_order(locale: str, library: Library) -> None:
    """Each heading, paragraph, item, term, note and table has the element with its words; a quotation its last line."""
    for (language, _), page in library.pages.items():
        if language != locale:
            continue
        elements = elements_of_units(parse(render(page.body)))
        assert len(elements) == len(page.units), page.file
        for element, unit in zip(elements, page.units, strict=True):
            assert element.tag in TAGS.get(unit.kind, {element.tag}), (page.file, unit.line)
            texts = [element.text_content(), *(image.get("alt", "") for image in element.iter("img"))]
            words = "".join("".join(texts).split())
            if unit.kind == "quotation":
                assert words.startswith("—"), (page.file, unit.line)
            else:
                assert first_words(page, unit) in words, (page.file, unit.line)
