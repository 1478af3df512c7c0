"""The archives (ZIM) of the real site, one of each language, opened as readers do."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from libzim.reader import Archive, Entry
from libzim.search import Query, Searcher
from lxml import html

from editions_reader import LOCALES, ROOT, dead_links, file_of, folder_of, make_editions, naming_the_machine, pages_of
from harness import Built, read_cases
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.imprint import Imprint
from knowledge_base.editions.shop import ICON
from knowledge_base.editions.zim import entries_of, write_archive

WORDS = read_cases("site/cases/archive-words.yml")


@pytest.fixture(scope="module")
def editions(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the archives of the real site."""
    return make_editions("zim", site, tmp_path_factory.mktemp("editions"))


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


@pytest.mark.parametrize("locale", LOCALES)
def test_words_of_the_language_are_found_in_its_archive(locale: str, editions: Path) -> None:
    """Words and runs of words, as they stand inside lines without spaces, lead to the pages that have them."""
    searcher = Searcher(Archive(file_of(editions, locale, "zim")))
    for word, pages in WORDS[locale].items():
        found = searcher.search(Query().set_query(word)).getResults(0, 10)
        wanted = {f"{folder_of(locale)}{page}index.html" for page in pages}
        assert wanted <= set(found), word


def test_no_archive_names_the_machine_that_made_it(site: Built, editions: Path) -> None:
    """Neither its folders nor its user, in any file, nor in what it says of itself."""
    assert len(list(editions.iterdir())) == len(LOCALES)
    assert naming_the_machine(editions, site, files_in) == []


def files_in(edition: Path) -> Iterator[tuple[str, bytes]]:
    """What an archive holds, file by file, and its metadata."""
    archive = Archive(edition)
    for entry in entries(archive):
        yield entry.path, bytes(entry.get_item().content)
    for key in archive.metadata_keys:
        yield key, archive.get_metadata(key)
