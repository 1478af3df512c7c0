"""What holds an EPUB together: the package document, the table of contents, the title page, the list of its parts."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml.builder import ElementMaker

from ..glossary import PATH as GLOSSARY
from ..labels import Labels
from .book import Book, Chapter
from .chapter import EPUB, LANG, XHTML, open_title
from .imprint import NAME, Imprint

OPF, DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
TYPE = f"{{{EPUB}}}type"
PACKAGE, CONTENTS, TITLE, STYLE = "package.opf", "contents.xhtml", "title.xhtml", "book.css"
FEATURES = ("alternativeText", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents")
HTML = ElementMaker(namespace=XHTML, nsmap={None: XHTML, "epub": EPUB})


class Part(NamedTuple):
    """A file of the book: its path beside the package document, its media type, its bytes, what is special about it."""

    path: str
    media: str
    content: bytes
    properties: str = ""


def page(title: str, body: etree._Element, imprint: Imprint) -> bytes:
    """A file of XHTML around a body."""
    head = HTML.head(
        HTML.meta(charset="utf-8"), HTML.title(title), HTML.link(rel="stylesheet", type="text/css", href=STYLE)
    )
    root = HTML.html(head, body, {LANG: imprint.tag, "lang": imprint.tag})
    return _written(root, "<!DOCTYPE html>")


def title_page(imprint: Imprint, labels: Labels) -> etree._Element:
    """The body of the first page: what the book is, where it is from, when it was made, whose the texts are."""
    day = labels.date(imprint.made.date().isoformat())
    lines = [HTML.p(imprint.description)]
    if imprint.address:
        before, _, after = labels("The book was made from {address}.").partition("{address}")
        lines.append(HTML.p(before, HTML.a(imprint.address, href=imprint.address), after))
    lines += [HTML.p(day), HTML.p(imprint.rights)]
    return HTML.body(HTML.section({TYPE: "titlepage"}, HTML.h1(imprint.title), *lines))


def contents(book: Book, imprint: Imprint, labels: Labels) -> etree._Element:
    """The body of the table of contents, with the landmarks that reading programs lead to."""
    word = labels("Contents")
    entries = [_entry(chapter, below, imprint.locale) for chapter, below in book.parts]
    marks = [("titlepage", TITLE, imprint.title), ("toc", CONTENTS, word)]
    if book.chapters:
        marks.append(("bodymatter", book.chapters[0].file, book.chapters[0].title))
    if glossary := book.find(GLOSSARY):
        marks.append(("glossary", glossary.file, glossary.title))
    landmarks = [HTML.li(HTML.a({TYPE: kind}, title, href=file)) for kind, file, title in marks]
    return HTML.body(
        HTML.nav({TYPE: "toc", "id": "toc", "role": "doc-toc"}, HTML.h1(word), HTML.ol(*entries)),
        HTML.nav({TYPE: "landmarks", "hidden": "hidden"}, HTML.ol(*landmarks)),
    )


def _entry(chapter: Chapter, below: Sequence[Chapter], locale: str) -> etree._Element:
    entry = HTML.li(HTML.a(open_title(chapter.title, locale), href=chapter.file))
    if below:
        entry.append(HTML.ol(*(_entry(each, (), locale) for each in below)))
    return entry


def package(parts: Sequence[Part], book: Book, imprint: Imprint, labels: Labels) -> bytes:
    """The package document of a book with these parts."""
    opf = ElementMaker(namespace=OPF, nsmap={None: OPF, "dc": DC})
    dublin = ElementMaker(namespace=DC, nsmap={"dc": DC})
    metadata = opf.metadata(
        dublin.identifier(uuid5(NAMESPACE_URL, f"{imprint.address}{NAME}-{imprint.locale}").urn, id="id"),
        dublin.title(imprint.title),
        dublin.language(imprint.tag),
        dublin.creator(imprint.publisher),
        dublin.publisher(imprint.publisher),
        dublin.description(imprint.description),
        dublin.rights(imprint.rights),
        *([dublin.source(imprint.address)] if imprint.address else []),
        *(opf.meta(value, property=name) for name, value in _statements(imprint, labels)),
    )
    manifest = opf.manifest(*(_item(opf, part) for part in parts))
    order = [TITLE, CONTENTS, *(chapter.file for chapter in book.chapters)]
    spine = opf.spine(*(opf.itemref(idref=_id(file)) for file in order))
    root = opf.package(metadata, manifest, spine, {"version": "3.0", "unique-identifier": "id", LANG: imprint.tag})
    return _written(root)


def _statements(imprint: Imprint, labels: Labels) -> list[tuple[str, str]]:
    summary = labels("The book has a table of contents, headings and links. Its drawings are described in words.")
    return [
        ("dcterms:modified", imprint.made.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("schema:accessMode", "textual"),
        ("schema:accessMode", "visual"),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", summary),
    ]


def _item(opf: ElementMaker, part: Part) -> etree._Element:
    item = opf.item({"id": _id(part.path), "href": part.path, "media-type": part.media})
    if part.properties:
        item.set("properties", part.properties)
    return item


def _id(path: str) -> str:
    return path.replace("/", "-")


def container() -> bytes:
    """The file that says where the package document is."""
    make = ElementMaker(namespace=CONTAINER, nsmap={None: CONTAINER})
    package_file = make.rootfile({"full-path": f"EPUB/{PACKAGE}", "media-type": "application/oebps-package+xml"})
    return _written(make.container(make.rootfiles(package_file), version="1.0"))


def _written(root: etree._Element, doctype: str | None = None) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype)
