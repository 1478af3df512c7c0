"""The handouts of the real site: which there are, what they say, and whether everybody can read them."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pypdfium2
import pytest
from lxml.html import HtmlElement

from harness import PROJECT, TRANSLATIONS, Built
from knowledge_base.printing.fonts import fonts_for
from knowledge_base.printing.handouts import BILINGUAL, BOOKLET, FOLDED, MOST, MOST_OF_BOOKLET
from knowledge_base.printing.paper import LEFT_OUT
from knowledge_base.printing.pdf import embedded_fonts
from knowledge_base.reading import read_library
from vera import find_jar, validate_all

# In points: below it stand the site's name and the number of the page.
MARGIN = 43
LOCALES = ("en", *TRANSLATIONS)
SIDES = {
    PurePosixPath(path).stem: page.meta["sides"]
    for (locale, path), page in read_library(PROJECT / "docs").pages.items()
    if locale == "en" and "sides" in page.meta
}


def handouts(site: Built, locale: str) -> dict[str, Path]:
    """The PDFs of a language by name."""
    return {file.stem: file for file in (site.folder / "handouts" / locale).iterdir()}


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_has_every_handout(locale: str, site: Built) -> None:
    """A PDF for each page that says how many sides it may have, with English beside it, and two booklets."""
    both = {name + BILINGUAL for name in SIDES} if locale != "en" else set()
    assert handouts(site, locale).keys() == {*SIDES, *both, BOOKLET, FOLDED}
    assert {"session-1", "session-5", "facilitator-3", "worksheet", "call"} <= SIDES.keys()


@pytest.mark.parametrize("locale", LOCALES)
def test_handouts_are_small_and_have_no_more_sides_than_they_may(locale: str, site: Built) -> None:
    """Two sides of A4 for what is handed out; 300 KB at most, 2 MB for a booklet; the fonts asked for and no other."""
    families = {font.family for font in fonts_for(locale, PROJECT / "node_modules")}
    for name, file in handouts(site, locale).items():
        pages = pypdfium2.PdfDocument(file)
        if name in SIDES:
            assert len(pages) <= SIDES[name] <= 2, name
            assert pages[0].get_size() == pytest.approx((595.28, 841.89), abs=1)
        assert file.stat().st_size <= (MOST_OF_BOOKLET if name.startswith(BOOKLET) else MOST), name
        assert embedded_fonts(file.read_bytes()) <= families, name


@pytest.mark.parametrize("locale", LOCALES)
def test_a_handout_says_what_its_page_says(locale: str, site: Built) -> None:
    """Each block of the page comes out of the PDF as it was written, in order."""
    for name in SIDES:
        path = f"{'' if locale == 'en' else locale + '/'}seminar/{name}/"
        said = bare(text_of(handouts(site, locale)[name]))
        blocks = list(blocks_in(site.article(path)))
        assert len(blocks) > 5, path
        for block in blocks:
            start = said.find(block)
            assert start >= 0, f"{path}: {block}"
            said = said[start + len(block) :]


def blocks_in(article: HtmlElement) -> Iterator[str]:
    """The text of each block of an article that goes on paper, without white space."""
    for name in (*LEFT_OUT, "kb-notice", "kb-card"):
        for part in article.find_class(name):
            part.drop_tree()
    for part in [*article.iter("svg"), *article.xpath(".//*[@hidden]")]:
        part.drop_tree()
    for block in article.iter("h1", "h2", "p", "th", "td", "li"):
        if block.find("p") is None and (text := bare(block.text_content())):
            yield text


def bare(text: str) -> str:
    """A text without white space, without the quotation marks that a style sheet adds, and without hyphens: at the end
    of a line PDFium gives another sign for one."""
    return re.sub(r"[\s\"“”‘’«»\-\u00ad\ufffe\x02]", "", unicodedata.normalize("NFC", text))


def text_of(file: Path) -> str:
    """The text of a PDF as PDFium, which browsers use, gives it, without the feet of its pages.

    The marks of lists come last on a page: they would stand inside a paragraph that goes on overleaf.
    """
    texts = (page.get_textpage().get_text_bounded(bottom=MARGIN) for page in pypdfium2.PdfDocument(file))
    return "".join(re.sub(r"(?m)^\s*(•|\d+\.)\s*$", "", text) for text in texts)


@pytest.mark.skipif(find_jar() is None, reason="Java is not installed")
def test_handouts_can_be_read_aloud(site: Built) -> None:
    """Every PDF is valid PDF/UA-1: tags, languages, text alternatives, titles."""
    files = list((site.folder / "handouts").rglob("*.pdf"))
    assert len(files) >= len(SIDES) * 13 + 14
    assert {file: failed for file, failed in validate_all(files).items() if failed} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_lead_to_the_handouts_that_belong_to_them(locale: str, site: Built) -> None:
    """A session to its own, a principle to the session that shows it, the seminar to all; each with its size in KB."""
    base = "" if locale == "en" else f"{locale}/"
    expected = {
        "seminar/session-1/": {"session-1"},
        "principles/voluntary-cooperation/": {"session-2"},
        "call/recognition/": {"session-5", "call"},
        "dimensions/": {"session-3"},
        "seminar/": {*SIDES, BOOKLET, FOLDED},
    }
    for path, names in expected.items():
        links = site.page(base + path).xpath("//*[@class='kb-to-print md-typeset']//li")
        found = {PurePosixPath(link.find("a").get("href")).stem: link.text_content() for link in links}
        own = {name + BILINGUAL for name in names if path == f"seminar/{name}/" and locale != "en"}
        assert found.keys() == names | own, path
        for name, words in found.items():
            size = round(handouts(site, locale)[name].stat().st_size / 1000)
            assert re.search(rf"\b{size}\b", words), words


def test_pages_without_a_handout_offer_none(site: Built) -> None:
    """A source belongs to no handout."""
    assert site.page("sources/asec/").find_class("kb-to-print") == []
