"""The built site asks no other host for anything, and tells nothing of the machine that built it."""

import re
import socket
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
from lxml import html
from lxml.html import HtmlElement

from harness import PROJECT, Built

ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
# What a browser fetches by itself; a link to the page's own address or to its editions is none of it.
FETCHED = ("stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest")
FETCHING = ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "xlink:href")
IN_STYLES = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
IN_SCRIPTS = re.compile(r"https?://[^\s\"'`)<>]+|[\"'`]//[a-z][^\s\"'`]+")
# The theme's script names these hosts. It asks them for what we do not use (a repository's stars, diagrams), or in old
# browsers; the policy of each page forbids it to.
OF_THE_THEME = ("https://api.github.com/", "https://${e}/api/v4/", "https://unpkg.com/", "https://clipboardjs.com/")
IN_PDF = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
DRAWING = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"pHYs"}
OF_DRAWING_PROGRAMS = ("<metadata", "inkscape", "sodipodi", "adobe", "dc:creator", "figma", "sketch")
NAMESPACE = "http://www.w3.org/"


def files(site: Built, *endings: str) -> list[Path]:
    """The files of the site that end so."""
    found = [file for file in sorted(site.folder.rglob("*")) if file.suffix in endings]
    assert found
    return found


def fetched(element: HtmlElement) -> list[str]:
    """The addresses that a browser fetches because of an element."""
    found = [element.get(name, "") for name in FETCHING]
    if element.tag == "link" and any(each in element.get("rel", "").split() for each in FETCHED):
        found.append(element.get("href", ""))
    return [address for address in found if ELSEWHERE.match(address)]


def test_pages_fetch_only_files_of_the_site_and_have_nothing_that_acts(site: Built) -> None:
    """No address elsewhere, no handler, no style in an element, no frame; in each page its policy."""
    faults: list[str] = []
    for file in files(site, ".html"):
        root = html.fromstring(file.read_bytes())
        for element in root.iter("*"):
            tag = str(element.tag)
            faults += [f"{file}: <{tag}> {address}" for address in fetched(element)]
            faults += [f"{file}: {name}" for name in element.attrib if name.startswith("on") or name == "style"]
            if tag in ("iframe", "object", "embed", "base"):
                faults.append(f"{file}: <{tag}>")
        metas = [meta.get("http-equiv") for meta in root.iter("meta") if meta.get("http-equiv")]
        if metas != ["Content-Security-Policy"]:
            faults.append(f"{file}: {metas}")
    assert faults == []


def test_styles_fetch_only_files_of_the_site(site: Built) -> None:
    """Letters and pictures too are the site's own, or stand in the style sheet."""
    found = {
        f"{file.name}: {address[:80]}"
        for file in files(site, ".css")
        for pair in IN_STYLES.findall(file.read_text(encoding="utf-8"))
        for address in pair
        if ELSEWHERE.match(address) and not address.startswith("data:")
    }
    assert found == set()


def test_scripts_name_no_other_host(site: Built) -> None:
    """Ours name none at all; the theme's, those that we know of."""
    found = {
        f"{file.name}: {address}"
        for file in files(site, ".js")
        # Texts of pages, and the theme's own search, which names its authors in comments.
        if not {"sets", "search", "lunr", "workers"} & set(file.parts)
        for address in IN_SCRIPTS.findall(file.read_text(encoding="utf-8"))
        if not address.startswith((*OF_THE_THEME, NAMESPACE))
    }
    assert found == set()


def test_no_file_names_the_machine_that_built_it(site: Built) -> None:
    """Neither its folders nor its name; in PDFs neither where they are packed."""
    names = names_of_the_machine(site.folder)
    assert [
        str(file)
        for file in site.folder.rglob("*")
        if file.is_file() and any(name in text for name in names for text in unpacked(file))
    ] == []


def names_of_the_machine(folder: Path) -> list[bytes]:
    """Its folders, and its own name where that is no word."""
    name = socket.gethostname()
    return [f"{path}/".encode() for path in (PROJECT, folder, Path.home())] + [name.encode()] * (len(name) > 8)


def unpacked(file: Path) -> Iterator[bytes]:
    """The bytes of a file, and of a PDF what it has packed."""
    content = file.read_bytes()
    yield content
    if file.suffix == ".pdf":
        for packed in IN_PDF.findall(content):
            with suppress(zlib.error):
                yield zlib.decompress(packed)


def test_pictures_say_nothing_of_who_made_them(site: Built) -> None:
    """A PNG has the parts that draw and no others; an SVG has no metadata and no words of the program that drew it."""
    for file in site.folder.rglob("*.png"):
        assert set(parts_of_png(file.read_bytes())) <= DRAWING, file
    for file in files(site, ".svg"):
        text = file.read_text(encoding="utf-8").lower()
        assert not [word for word in OF_DRAWING_PROGRAMS if word in text], file


def parts_of_png(content: bytes) -> Iterator[bytes]:
    """The names of a PNG's parts: https://www.w3.org/TR/png/#5Chunk-layout."""
    at = 8
    while at < len(content):
        yield content[at + 4 : at + 8]
        at += 12 + int.from_bytes(content[at : at + 4], "big")


def test_handouts_have_no_author_but_the_site(site: Built) -> None:
    """What a PDF says of itself: its title, the site, the program."""
    handouts = sorted((site.folder / "handouts").rglob("*.pdf"))
    if not handouts:
        pytest.skip("the site is built without handouts")
    for file in handouts:
        with pypdfium2.PdfDocument(file) as document:
            said = document.get_metadata_dict(skip_empty=True)
        assert set(said) <= {"Title", "Author", "Producer", "Keywords", "Subject"}, file
        assert said["Producer"].startswith(("WeasyPrint", "pypdf")), file
        assert "SSE" in said.get("Author", "SSE"), file
