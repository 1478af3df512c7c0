"""On paper: A4, the article and nothing else, black on white, with page numbers and addresses."""

import re
from collections import Counter
from io import BytesIO
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from harness import Built
from visitor import Visit, expect_colours

PAGES = pytest.mark.parametrize(
    "path", ["principles/voluntary-cooperation/", "sources/ilo-resolution/", "call/", "call/recognition/"]
)
MILLIMETRE = 72 / 25.4


def sheets(path: str, visit: Visit) -> PdfReader:
    """A page as Chromium prints it for a reader who likes it dark."""
    return PdfReader(BytesIO(visit(path, color_scheme="dark").pdf(prefer_css_page_size=True)))


def words(text: str) -> Counter[str]:
    """How often each word stands in a text; numbers are left out, since lists and pages have them."""
    return Counter(re.findall(r"[^\W\d_]+", normalize("NFKC", text)))


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
    printed = "\n".join(sheet.extract_text() for sheet in sheets(path, visit).pages)
    article = site.article(path)
    # The names on cards are heard rather than seen, and links back are for the screen.
    names = words(" ".join(name.text_content() for name in article.iter("dt")))
    for element in article.xpath(".//*[contains(@class, 'kb-references')] | .//dt"):
        element.drop_tree()
    text = words(" ".join(article.itertext()))
    found = words(re.sub("<http[^>]*>", "", printed))
    assert (text - found, found - text - names) == (Counter(), Counter())


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
