"""A section of a page as it is searched: a part that has an address of its own, and its words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from .fragment import BLOCKS, HEADINGS, has_class
from .source import EDITORS_NOTE

# What stands elsewhere too, or says how the page is made.
LEFT_OUT = (
    "headerlink",
    "include",
    "kb-card",
    "kb-changed",
    "kb-controls",
    "kb-eyebrow",
    "kb-on-screen",
    "kb-original",
    "kb-ours",
    "kb-progress",
    "kb-references",
    "kb-set__pages",
    "kb-terms",
    "admonition-title",
)
NOT_TEXT = ("svg", "script", "style", "form")
TITLES = (*HEADINGS, "dt")
SPACE = re.compile(r"\s+")


@dataclass
class Section:
    """A part of a page that has an address of its own.

    anchor  its place on the page, "" for the page's beginning
    heading its heading, or the term that it defines; "" for a passage without one
    name    what a passage is called elsewhere: "paragraph 93"
    texts   its text, piece by piece
    """

    anchor: str = ""
    heading: str = ""
    name: str = ""
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of its text."""
        return tidy(" ".join(self.texts))


def sections_of(root: HtmlElement, names: Mapping[str, str] | None = None) -> list[Section]:
    """The sections of an article: its beginning, even an empty one; then each heading, term, passage and note.

    names what a passage is called elsewhere, by its anchor
    """
    sections = [Section()]
    for element in _parts(root):
        if _has_address(element):
            anchor = element.attrib["id"]
            sections.append(Section(anchor, _title_of(element), (names or {}).get(anchor, "")))
        if element.tag not in TITLES:
            sections[-1].texts.append(_text_of(element))
    return sections


def _parts(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements whose text belongs together, in order: none has a place with an address inside."""
    for child in element.iterchildren("*"):
        if _is_left_out(child) or child.tag == "h1":
            continue
        if any(_has_address(inner) for inner in child.iterdescendants("*")):
            yield from _parts(child)
        else:
            yield child


def _has_address(element: HtmlElement) -> bool:
    return bool(element.get("id")) and (element.tag in (*TITLES, "li", "p") or has_class(element, EDITORS_NOTE))


def _title_of(element: HtmlElement) -> str:
    """A heading, a term, or the title of an editor's note; "" for what has none."""
    if element.tag in TITLES:
        return _text_of(element)
    if has_class(element, EDITORS_NOTE):
        return next((tidy(each.text_content()) for each in element.find_class("admonition-title")), "")
    return ""


def _is_left_out(element: HtmlElement) -> bool:
    return element.tag in NOT_TEXT or any(has_class(element, name) for name in LEFT_OUT)


def _text_of(element: HtmlElement) -> str:
    """The text of an element without what is left out; a space at the edge of each block."""
    pieces: list[str] = []
    _gather(element, pieces)
    return tidy("".join(pieces))


def _gather(element: HtmlElement, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and not _is_left_out(child):
            edge = " " if child.tag in BLOCKS or child.tag in ("br", "figure", "figcaption") else ""
            pieces.append(edge)
            _gather(child, pieces)
            pieces.append(edge)
        pieces.append(child.tail or "")


def tidy(text: str) -> str:
    """The text in one line, white space as single spaces."""
    return SPACE.sub(" ", text).strip()
