"""EPUB books: their order, their parts, and that the same content gives the same bytes."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from harness import PROJECT
from knowledge_base.editions.book import Book, read_book
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.epub import fonts_missing, parts_of, write_book
from knowledge_base.editions.imprint import Imprint
from knowledge_base.labels import Labels
from knowledge_base.navigation import read_navigation
from tiny_site import make_site

NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def read(project: Path, locale: str) -> tuple[BuiltSite, Book]:
    """The site of a project, and the book of a language."""
    site = BuiltSite(project / "site", ("en", "km"))
    navigation = read_navigation(project / "mkdocs.yml")
    assert navigation
    return site, read_book(site, locale, navigation)


def make(file: Path, project: Path, imprint: Imprint) -> Path:
    """Writes the book of a project's site in the imprint's language."""
    site, book = read(project, imprint.locale)
    labels = Labels(imprint.locale)
    write_book(file, parts_of(book, site, imprint, labels, project), book, imprint, labels)
    return file


def part(file: Path, name: str) -> etree._Element:
    """A part of the book as a tree."""
    with ZipFile(file) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def found(tree: etree._Element, path: str) -> list[str]:
    """What an XPath finds, as texts."""
    given = tree.xpath(path, namespaces=NAMES)
    assert isinstance(given, list)
    return [str(each) for each in given]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a small site, and with the real one's fonts."""
    (tmp_path / "node_modules").symlink_to(PROJECT / "node_modules")
    return make_site(tmp_path)


def test_chapters_come_in_the_order_of_the_navigation(project: Path, tmp_path: Path, imprint: Imprint) -> None:
    """Title page, contents, then the pages, those of a folder below its first; the translators' page is left out."""
    file = make(tmp_path / "a.epub", project, imprint)
    assert found(part(file, "package.opf"), "//opf:itemref/@idref") == [
        "title.xhtml",
        "contents.xhtml",
        "home.xhtml",
        "values.xhtml",
        "values-equity.xhtml",
        "sources-text.xhtml",
    ]
    contents = part(file, "contents.xhtml")
    assert found(contents, "//x:nav[@epub:type='toc']/x:ol/x:li/x:a/@href") == [
        "home.xhtml",
        "values.xhtml",
        "sources-text.xhtml",
    ]
    assert found(contents, "//x:li/x:ol//x:a/@href") == ["values-equity.xhtml"]
    assert found(contents, "//x:nav[@hidden][@epub:type='landmarks']//x:a/@epub:type") == [
        "titlepage",
        "toc",
        "bodymatter",
    ]


def test_a_book_says_what_it_is(project: Path, tmp_path: Path, imprint: Imprint) -> None:
    """Title, language, rights and time; where it is from; whom it can be read to."""
    file = make(tmp_path / "a.epub", project, imprint)
    package = part(file, "package.opf")
    assert found(package, "//dc:title/text() | //dc:language/text()") == ["គេហទំព័រ", "km"]
    assert found(package, "//dc:rights/text()") == ["Ours is free."]
    assert found(package, "//opf:meta[@property='dcterms:modified']/text()") == ["2026-01-01T12:30:02Z"]
    assert found(package, "//opf:meta[@property='schema:accessModeSufficient']/text()") == ["textual"]
    assert "https://kb.example/km/" in found(part(file, "title.xhtml"), "//x:a/@href")
    assert found(part(file, "values-equity.xhtml"), "/x:html/@lang") == ["km"]


def test_letters_go_along_where_a_script_needs_them(project: Path, tmp_path: Path, imprint: Imprint) -> None:
    """The Khmer book has a font that holds its letters, with the licence; the English one has none."""
    with ZipFile(make(tmp_path / "km.epub", project, imprint)) as archive:
        fonts = [name for name in archive.namelist() if name.startswith("EPUB/fonts/")]
        assert fonts == [f"EPUB/fonts/km-{name}" for name in ("400.woff2", "700.woff2", "licence.txt")]
        with archive.open(fonts[0]) as file:
            assert set(map(ord, "សហករណ៍")) <= TTFont(file).getBestCmap().keys()
        assert b"fonts/km-400.woff2" in archive.read("EPUB/book.css")
    english = replace(imprint, locale="en")
    with ZipFile(make(tmp_path / "en.epub", project, english)) as archive:
        assert not [name for name in archive.namelist() if "fonts" in name]
        assert b"@font-face" not in archive.read("EPUB/book.css")


def test_without_npm_a_book_is_made_all_the_same(tmp_path: Path, imprint: Imprint) -> None:
    """Where the fonts are not installed, the book comes without them, and who makes it can say so."""
    project = make_site(tmp_path)
    assert fonts_missing("km", project)
    assert not fonts_missing("en", project)
    with ZipFile(make(tmp_path / "a.epub", project, imprint)) as archive:
        assert "EPUB/values-equity.xhtml" in archive.namelist()
        assert not [name for name in archive.namelist() if "fonts" in name]


def test_the_same_content_gives_the_same_bytes(project: Path, tmp_path: Path, imprint: Imprint) -> None:
    """Made twice it is the same; its first file says what it is, unpacked, as EPUB wants it."""
    first, second = (make(tmp_path / f"{number}.epub", project, imprint) for number in range(2))
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as archive:
        begins = archive.infolist()[0]
        assert (begins.filename, begins.compress_type) == ("mimetype", ZIP_STORED)
        assert {info.date_time for info in archive.infolist()} == {(2026, 1, 1, 12, 30, 2)}
