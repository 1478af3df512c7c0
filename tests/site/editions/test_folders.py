"""The folders to unpack (ZIP) of the real site, one of each language and one of all, opened as readers do."""

import re
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZipFile

import pytest
from lxml import html

from editions_reader import (
    LOCALES,
    ROOT,
    dead_links,
    file_of,
    files_in_zip,
    make_editions,
    naming_the_machine,
    pages_of,
)
from harness import Built
from knowledge_base.editions.stick import FOLDER
from knowledge_base.policy import Known, policy_of, texts_in

STICKS = {
    **{f"sse-knowledge-base-{locale}": tuple(dict.fromkeys((locale, "en"))) for locale in LOCALES},
    "sse-knowledge-base": LOCALES,
}
# What a page loads, and does not only lead to.
LOADS = "//@src | //link[@rel != 'next' and @rel != 'prev']/@href"
ADDRESS_IN_STYLES = re.compile(r"""url\(["']?(?!data:)([^"')]+)""")


@pytest.fixture(scope="module")
def editions(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the folders, packed, of the real site."""
    return make_editions("offline", site, tmp_path_factory.mktemp("editions"))


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


def test_no_folder_names_the_machine_that_made_it(site: Built, editions: Path) -> None:
    """Neither its folders nor its user, in any file; no numbers of users and groups."""
    assert len(list(editions.iterdir())) == len(LOCALES) + 1
    assert naming_the_machine(editions, site, files_in_zip) == []
