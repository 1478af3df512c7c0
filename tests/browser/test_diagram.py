"""The diagram of the home page, for those who do not see it."""

from xml.etree import ElementTree

from playwright.sync_api import expect

from harness import PROJECT
from visitor import Visit


def test_the_diagrams_words_are_heard(visit: Visit) -> None:
    """Who hears the home page hears the words of the diagram, in the order in which the drawing has them."""
    drawing = ElementTree.parse(PROJECT / "docs" / "assets" / "images" / "map.svg")
    words = " ".join(text.text or "" for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
    diagram = visit().locator("article").get_by_role("group")
    expect(diagram).to_have_count(1)
    assert words in diagram.aria_snapshot()
