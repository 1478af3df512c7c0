"""On paper: A4, the article and nothing else, black on white, with page numbers and addresses."""

import re
from collections import Counter
from io import BytesIO
from unicodedata import normalize

import pytest
from lxml.html import HtmlElement
from pypdf import PdfReader

from harness import Built
from visitor import Visit, expect_colours

PAGES = pytest.mark.parametrize(
    "path", ["principles/voluntary-cooperation/", "sources/ilo-resolution/", "call/", "call/recognition/"]
)
MILLIMETRE = 72 / 25.4
# For the screen only: links back, and what is heard but not seen.
NOT_PRINTED = "kb-references", "headerlink"


def sheets(path: str, visit: Visit) -> PdfReader:
    """A page as Chromium prints it for a reader who likes it dark."""
    return PdfReader(BytesIO(visit(path, color_scheme="dark").pdf(prefer_css_page_size=True)))


def words(text: str) -> Counter[str]:
    """How often each word stands in a text; numbers are left out, since lists and pages have them."""
    return Counter(re.findall(r"[^\W\d_]+", normalize("NFKC", text)))


def printable(article: HtmlElement) -> tuple[Counter[str], Counter[str]]:
    """The words that paper must hold of an article, and those that it may hold: names on cards, addresses."""
    may = Counter[str]()
    for element in article.iter("a", "dt"):
        may += words(element.get("href", "") if element.tag == "a" else str(element.text_content()))
    for element in article.xpath(".//*[contains(@class, 'kb-references')] | .//dt"):
        element.drop_tree()
    must = words(" ".join(article.itertext()))
    return must, may


@PAGES
def test_paper_is_a4(path: str, visit: Visit) -> None:
    """Every sheet is 210 by 297 millimetres, and says which one of how many it is."""
    printed = sheets(path, visit).pages
    for number, sheet in enumerate(printed, start=1):
        size = float(sheet.mediabox.width), float(sheet.mediabox.height)
        assert size == pytest.approx((210 * MILLIMETRE, 297 * MILLIMETRE), abs=1)
        assert f"{number} / {len(printed)}" in sheet.extract_text()


@PAGES
def test_paper_has_the_article_only(path: str, site: Built, visit: Visit) -> None:
    """Paper has every word of the article, and of the page around it none."""
    printed = words("\n".join(sheet.extract_text() for sheet in sheets(path, visit).pages))
    must, may = printable(site.article(path))
    assert must - printed == Counter()
    assert printed - must - may == Counter()


def test_paper_has_the_address_of_the_official_text(site: Built, visit: Visit) -> None:
    """A source whose official text is on the web has its address in print."""
    path = "sources/ilo-resolution/"
    printed = "".join("".join(sheet.extract_text() for sheet in sheets(path, visit).pages).split())
    address = site.article(path).xpath("string(.//*[contains(@class, 'kb-card')]//a/@href)")
    assert address.startswith("http")
    assert f"<{address}>" in printed


def test_paper_is_white(visit: Visit) -> None:
    """Who reads in dark colours prints in black on white."""
    page = visit("sources/ilo-resolution/", color_scheme="dark")
    expect_colours(page, "dark")
    page.emulate_media(media="print")
    expect_colours(page, "light")
