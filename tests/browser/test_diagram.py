"""The diagram of the home page, for those who do not see it."""

from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from harness import PROJECT, TRANSLATIONS
from visitor import PHONE, Visit


def test_the_diagrams_words_are_heard(visit: Visit) -> None:
    """Who hears the home page hears the words of the diagram, in the order in which the drawing has them."""
    drawing = ElementTree.parse(PROJECT / "docs" / "assets" / "images" / "map.svg")
    words = " ".join(text.text or "" for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
    diagram = visit().locator("article").get_by_role("group")
    expect(diagram).to_have_count(1)
    assert words in diagram.aria_snapshot()


# The words of the drawing that reach over the edge of the box that they stand in.
OVER_THE_EDGE = """drawing => {
    const boxes = [...drawing.querySelectorAll("rect")].map(each => each.getBoundingClientRect())
    return [...drawing.querySelectorAll("text")].filter(text => {
        const words = text.getBoundingClientRect(), middle = (words.left + words.right) / 2
        const box = boxes.find(each =>
            each.left < middle && middle < each.right && each.top <= words.top && words.bottom <= each.bottom)
        return !box || words.left < box.left || box.right < words.right
    }).map(text => text.textContent)
}"""


@pytest.mark.parametrize("locale", ["", *(f"{locale}/" for locale in TRANSLATIONS)])
def test_the_diagrams_words_stay_in_their_boxes(locale: str, visit: Visit) -> None:
    """In every language, on a phone, the words of the diagram fit into its boxes."""
    drawing = visit(locale, PHONE).locator("svg.kb-map")
    drawing.page.evaluate("document.fonts.ready")
    assert drawing.evaluate(OVER_THE_EDGE) == []
