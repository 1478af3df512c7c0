"""The documents that we write around pages, whole: what holds a book together, and where a stick is begun."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from harness import squeeze
from knowledge_base.editions.book import read_book
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.epub import parts_of, write_book
from knowledge_base.editions.imprint import Imprint
from knowledge_base.editions.start_page import Language, start_page
from knowledge_base.labels import Labels
from knowledge_base.navigation import read_navigation
from tiny_site import make_site

CASES = Path(__file__).parent / "cases"
LABELS = Labels("km", {"Contents": "មាតិកា", "The book was made from {address}.": "សៀវភៅពី {address}។"})
BOOK = {
    "package.opf": "EPUB/package.opf",
    "contents.xhtml": "EPUB/contents.xhtml",
    "title.xhtml": "EPUB/title.xhtml",
    "container.xml": "META-INF/container.xml",
}


def write(file: Path, folder: Path, imprint: Imprint) -> ZipFile:
    """The book of a small site in Khmer, which has a glossary."""
    project = make_site(folder, km__glossary__='<h1 id="words">ពាក្យ</h1>')
    (project / "mkdocs.yml").write_text("nav: [index.md, values/index.md, values/equity.md, glossary.md]")
    navigation, site = read_navigation(project / "mkdocs.yml"), BuiltSite(project / "site", ("en", "km"))
    assert navigation
    book = read_book(site, "km", navigation)
    write_book(file, parts_of(book, site, imprint, LABELS, project), book, imprint, LABELS)
    return ZipFile(file)


@pytest.mark.parametrize("name", BOOK)
def test_what_holds_a_book_together_is_written_as_it_should_be(name: str, tmp_path: Path, imprint: Imprint) -> None:
    """The package document, the contents with their landmarks, the title page, and where to find them."""
    with write(tmp_path / "a.epub", tmp_path, imprint) as book:
        written = book.read(BOOK[name]).decode()
    assert squeeze(written) == squeeze((CASES / "book" / name).read_text(encoding="utf-8"))


def test_a_book_of_a_site_without_an_address_names_none(tmp_path: Path, imprint: Imprint) -> None:
    """Neither the title page nor the package document says where it is from."""
    with write(tmp_path / "a.epub", tmp_path, replace(imprint, address="")) as book:
        assert "kb.example" not in (book.read(BOOK["title.xhtml"]) + book.read(BOOK["package.opf"])).decode()
        assert "dc:source" not in book.read(BOOK["package.opf"]).decode()


def test_the_page_to_start_from_is_written_as_it_should_be(imprint: Imprint) -> None:
    """Each language with its link and what to do where it does not open; the letters that the stick has."""
    km = Labels("km", {"If nothing opens, unpack the whole ZIP file first, then open START-HERE.html again.": "បើក"})
    languages = [Language("ភាសាខ្មែរ", "km/index.html", km), Language("Filipino", "tl/index.html", Labels("tl"))]
    written = start_page(languages, ["assets/fonts/km.woff2", "assets/fonts/lo.woff2"], imprint).decode()
    assert squeeze(written) == squeeze((CASES / "start-here.html").read_text(encoding="utf-8"))
