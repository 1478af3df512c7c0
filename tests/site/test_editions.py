"""The editions of the real site, of each language: an archive, a book, a folder to unpack; opened as readers do."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from zipfile import ZipFile

import pytest
from libzim.reader import Archive, Entry
from libzim.search import Query, Searcher
from lxml import etree, html

from epub_check import check_all, find_jars
from harness import PROJECT, TRANSLATIONS, Built, read_cases
from knowledge_base.__main__ import main
from knowledge_base.editions.book import LEFT_OUT
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.imprint import Imprint
from knowledge_base.editions.shop import ICON
from knowledge_base.editions.stick import FOLDER
from knowledge_base.editions.zim import entries_of, write_archive
from knowledge_base.fragment import take_out
from knowledge_base.policy import Known, policy_of, texts_in
from knowledge_base.printing.line_breaks import ZERO_WIDTH_SPACE

LOCALES = ("en", *TRANSLATIONS)
WORDS = read_cases("site/cases/archive-words.yml")
ROOT = "http://archive/"


@pytest.fixture(scope="module")
def editions(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the editions of the real site."""
    folder = tmp_path_factory.mktemp("editions")
    for command in ("zim", "epub", "offline"):
        given = ["--project", str(PROJECT), command, "--site", str(site.folder), "--into", str(folder)]
        assert main(given) == 0
    return folder


def file_of(editions: Path, locale: str, suffix: str) -> Path:
    """An edition's file."""
    return editions / f"sse-knowledge-base-{locale}.{suffix}"


def folder_of(locale: str) -> str:
    """What the paths of a locale's pages begin with."""
    return "" if locale == "en" else f"{locale}/"


def pages_of(site: Built, locale: str) -> list[str]:
    """The files of a locale's pages on the site."""
    own = site.english if locale == "en" else [path for path in site.pages if path.startswith(f"{locale}/")]
    return [f"{path}index.html" for path in own]


def dead_links(pages: Mapping[str, etree._Element], other: set[str]) -> list[str]:
    """The links between pages, by their paths, that lead neither to a place on one of these nor to another file."""
    anchors = {path: {"", *map(str, page.xpath("//@id"))} for path, page in pages.items()}
    dead = []
    for path, page in pages.items():
        for link in map(str, page.xpath("//@href | //@src")):
            address, anchor = urldefrag(urljoin(ROOT + path, link))
            there = unquote(address.removeprefix(ROOT))
            if address.startswith(ROOT) and anchor not in anchors.get(there, {""} if there in other else ()):
                dead.append(f"{path}: {link}")
    return dead


@pytest.mark.parametrize("locale", LOCALES)
def test_an_archive_is_whole(locale: str, site: Built, editions: Path) -> None:
    """It has every page of its language, no page of another, all that they need, and every link inside leads on."""
    archive = Archive(file_of(editions, locale, "zim"))
    assert archive.check()
    paths = {entry.path for entry in entries(archive)}
    pages = {path: html.document_fromstring(content(archive, path)) for path in paths if path.endswith(".html")}
    assert pages.keys() == set(pages_of(site, locale))
    assert archive.main_entry.get_item().path == f"{folder_of(locale)}index.html"
    assert dead_links(pages, paths) == []
    loaded = {urljoin(ROOT + path, str(link)) for path, page in pages.items() for link in page.xpath("//@src")}
    assert [address for address in loaded if not address.startswith(ROOT)] == []
    assert any(path.startswith(f"handouts/{locale}/") for path in paths)


def test_an_archive_of_many_parts_is_the_same_each_time(site: Built, tmp_path: Path) -> None:
    """Written twice from the same files, in full: the parts that are packed apart come in the same order."""
    parts = list(entries_of(BuiltSite(site.folder, LOCALES), "en"))
    imprint = Imprint("en", "A", "A", "A", "A", "", datetime(2026, 1, 1, tzinfo=UTC))
    for name in ("1.zim", "2.zim"):
        write_archive(tmp_path / name, parts, "index.html", imprint, ICON.read_bytes())
    assert (tmp_path / "1.zim").read_bytes() == (tmp_path / "2.zim").read_bytes()


def entries(archive: Archive) -> Iterator[Entry]:
    """The files of an archive; not its metadata, nor the other names of a file."""
    every = (archive._get_entry_by_id(number) for number in range(archive.all_entry_count))
    return (entry for entry in every if not entry.is_redirect and archive.has_entry_by_path(entry.path))


def content(archive: Archive, path: str) -> str:
    """A page of an archive."""
    return bytes(archive.get_entry_by_path(path).get_item().content).decode()


STICKS = {
    **{f"sse-knowledge-base-{locale}": tuple(dict.fromkeys((locale, "en"))) for locale in LOCALES},
    "sse-knowledge-base": LOCALES,
}
# What a page loads, and does not only lead to.
LOADS = "//@src | //link[@rel != 'next' and @rel != 'prev']/@href"
ADDRESS_IN_STYLES = re.compile(r"""url\(["']?(?!data:)([^"')]+)""")


@pytest.mark.parametrize("name", STICKS)
def test_a_folder_is_whole(name: str, site: Built, editions: Path) -> None:
    """It has every page of its languages, no page of another, and every link inside leads to a file and a place.

    Nothing is loaded from elsewhere, and what stands inside a page is what the page allows itself.
    """
    with ZipFile(editions / f"{name}.zip") as archive:
        files = {path.removeprefix(f"{FOLDER}/"): archive.read(path) for path in archive.namelist()}
        assert all(path.startswith(f"{FOLDER}/") for path in archive.namelist())
    texts = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
    pages = {path: html.document_fromstring(text) for path, text in texts.items()}
    assert next(iter(files)) == "START-HERE.html"
    assert pages.keys() == {"START-HERE.html", *(page for locale in STICKS[name] for page in pages_of(site, locale))}
    assert dead_links(pages, set(files)) == []
    loaded = {urljoin(ROOT + path, str(link)) for path, page in pages.items() for link in page.xpath(LOADS)}
    named = {urljoin(f"{ROOT}{path}", link) for path, text in files.items() for link in addresses_in(path, text)}
    assert [address for address in loaded | named if not address.startswith(ROOT)] == []
    for path, text in texts.items():
        if path != "START-HERE.html":
            allowed = str(pages[path].xpath("string(//meta[@http-equiv]/@content)"))
            assert policy_of(text, Known((), frozenset(texts_in(text)))) == allowed, path


def addresses_in(path: str, content: bytes) -> list[str]:
    """The addresses in a style sheet."""
    return ADDRESS_IN_STYLES.findall(content.decode()) if path.endswith(".css") else []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_folder_is_light_enough_to_pass_on(locale: str, editions: Path) -> None:
    """A language and English, with all handouts: 8 MB at most; without them it would be 2 MB at most."""
    file = file_of(editions, locale, "zip")
    with ZipFile(file) as archive:
        handouts = [info.compress_size for info in archive.infolist() if info.filename.endswith(".pdf")]
    assert handouts
    assert file.stat().st_size <= 8_000_000
    assert file.stat().st_size - sum(handouts) <= 2_000_000


@pytest.mark.parametrize("locale", LOCALES)
def test_words_of_the_language_are_found_in_its_archive(locale: str, editions: Path) -> None:
    """Words and runs of words, as they stand inside lines without spaces, lead to the pages that have them."""
    searcher = Searcher(Archive(file_of(editions, locale, "zim")))
    for word, pages in WORDS[locale].items():
        found = searcher.search(Query().set_query(word)).getResults(0, 10)
        wanted = {f"{folder_of(locale)}{page}index.html" for page in pages}
        assert wanted <= set(found), word


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


def test_no_edition_names_the_machine_that_made_it(site: Built, editions: Path) -> None:
    """Neither its folders nor its user, in any file; in archives no numbers of users and groups."""
    names = [f"{path}/".encode() for path in (PROJECT, site.folder, editions, Path.home())]
    files = sorted(editions.iterdir())
    assert len(files) == 3 * len(LOCALES) + 1
    for file in files:
        for path, inside in files_in(file):
            assert not [name for name in names if name in inside], (file.name, path)


def files_in(edition: Path) -> Iterator[tuple[str, bytes]]:
    """What an edition holds, file by file."""
    if edition.suffix == ".zim":
        archive = Archive(edition)
        for entry in entries(archive):
            yield entry.path, bytes(entry.get_item().content)
        for key in archive.metadata_keys:
            yield key, archive.get_metadata(key)
        return
    with ZipFile(edition) as archive:
        for info in archive.infolist():
            assert (info.extra, info.create_system, info.external_attr >> 16) == (b"", 3, 0o644), info.filename
            yield info.filename, archive.read(info)
