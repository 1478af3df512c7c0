"""Reading: every page fits the window, and the diagram can be read as text."""

from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from harness import PROJECT, Built
from visitor import PHONE, Visit

# 320 CSS px are a window of 1280 px in which everything is enlarged to 400 % (WCAG 1.4.10).
ENLARGED = 320


@pytest.mark.parametrize("width", [ENLARGED, PHONE])
def test_a_page_is_never_wider_than_the_window(width: int, site: Built, visit: Visit) -> None:
    """No page has to be moved sideways to be read, on a phone or enlarged to 400 %."""
    page = visit(width=width)
    wide = []
    for path in site.pages:
        page.goto(f"./{path}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert wide == []


def test_the_diagrams_words_are_heard(visit: Visit) -> None:
    """Who hears the home page hears the words of the diagram, in the order in which the drawing has them."""
    drawing = ElementTree.parse(PROJECT / "docs" / "assets" / "images" / "map.svg")
    words = " ".join(text.text or "" for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
    diagram = visit().locator("article").get_by_role("group")
    expect(diagram).to_have_count(1)
    assert words in diagram.aria_snapshot()
