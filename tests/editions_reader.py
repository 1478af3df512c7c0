"""The editions of the real site: what holds for archives, books and folders alike, for the tests that open them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from zipfile import ZipFile

from lxml import etree

from harness import PROJECT, TRANSLATIONS, Built
from knowledge_base.__main__ import main

LOCALES = ("en", *TRANSLATIONS)
ROOT = "http://archive/"


def make_editions(kind: str, site: Built, folder: Path) -> Path:
    """Makes the editions of a kind, `zim`, `epub` or `offline`, of the real site; returns their folder."""
    assert main(["--project", str(PROJECT), kind, "--site", str(site.folder), "--into", str(folder)]) == 0
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


def files_in_zip(edition: Path) -> Iterator[tuple[str, bytes]]:
    """What a ZIP or EPUB file holds, file by file; no numbers of users and groups, and the same rights everywhere."""
    with ZipFile(edition) as archive:
        for info in archive.infolist():
            assert (info.extra, info.create_system, info.external_attr >> 16) == (b"", 3, 0o644), info.filename
            yield info.filename, archive.read(info)


def naming_the_machine(
    editions: Path, site: Built, files_in: Callable[[Path], Iterator[tuple[str, bytes]]]
) -> list[str]:
    """The files in editions that name the machine that made them: its user's folder, the project's, or those used."""
    names = [f"{path}/".encode() for path in (PROJECT, site.folder, editions, Path.home())]
    return [
        f"{edition.name}: {path}"
        for edition in sorted(editions.iterdir())
        for path, inside in files_in(edition)
        if any(name in inside for name in names)
    ]
