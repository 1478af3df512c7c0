"""On paper: A4, the article and nothing else, black on white, with page numbers and addresses."""

import re
from collections import Counter
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

from harness import Built
from visitor import Visit, expect_colours, visits

MILLIMETRE = 72 / 25.4
OFFICIAL = "sources/ilo-resolution/"
PATHS = ("principles/voluntary-cooperation/", OFFICIAL, "call/", "call/recognition/")


@pytest.fixture(scope="module")
def paper(browser: Browser, address: str) -> dict[str, list[PageObject]]:
    """The sheets of some pages, as Chromium prints them for a reader who likes it dark."""
    printed = {}
    with visits(browser, address) as visit:
        page = visit(color_scheme="dark")
        for path in PATHS:
            page.goto(f"./{path}")
            printed[path] = list(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    return printed


def text_of(sheets: list[PageObject]) -> str:
    """All the text on some sheets of paper."""
    return "\n".join(sheet.extract_text() for sheet in sheets)


def words(text: str) -> Counter[str]:
    """How often each word stands in a text; numbers are left out, since lists and pages have them."""
    return Counter(re.findall(r"[^\W\d_]+", normalize("NFKC", text)))


@pytest.mark.parametrize("path", PATHS)
def test_paper_is_a4(path: str, paper: dict[str, list[PageObject]]) -> None:
    """Every sheet is 210 by 297 millimetres, and says which one of how many it is."""
    for number, sheet in enumerate(paper[path], start=1):
        size = float(sheet.mediabox.width), float(sheet.mediabox.height)
        assert size == pytest.approx((210 * MILLIMETRE, 297 * MILLIMETRE), abs=1)
        assert f"{number} / {len(paper[path])}" in sheet.extract_text()


@pytest.mark.parametrize("path", PATHS)
def test_paper_has_the_article_only(path: str, site: Built, paper: dict[str, list[PageObject]]) -> None:
    """Paper has every word of the article, and of the page around it none."""
    article = site.article(path)
    # The names on cards are heard rather than seen; links back and what can be printed are for the screen.
    names = words(" ".join(name.text_content() for name in article.iter("dt")))
    for element in article.xpath(".//*[contains(@class, 'kb-references') or contains(@class, 'kb-to-print')] | .//dt"):
        element.drop_tree()
    text = words(" ".join(article.itertext()))
    found = words(re.sub("<http[^>]*>", "", text_of(paper[path])))
    assert (text - found, found - text - names) == (Counter(), Counter())


def test_paper_has_the_address_of_the_official_text(site: Built, paper: dict[str, list[PageObject]]) -> None:
    """A source whose official text is on the web has its address in print."""
    address = site.article(OFFICIAL).xpath("string(.//*[contains(@class, 'kb-card')]//a/@href)")
    assert address.startswith("http")
    assert f"<{address}>" in "".join(text_of(paper[OFFICIAL]).split())


def test_paper_is_white(visit: Visit) -> None:
    """Who reads in dark colours prints in black on white."""
    page = visit(OFFICIAL, color_scheme="dark")
    expect_colours(page, "dark")
    page.emulate_media(media="print")
    expect_colours(page, "light")
