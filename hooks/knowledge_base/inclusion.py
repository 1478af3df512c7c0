"""An inclusion: a paragraph that is a link to a part of another page, and shows that part; its words exist once.

    [Principles](../principles/index.md){ .include }

A link to an anchor shows that section without its heading; a link to the page of a set shows the set at a glance.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml.html import HtmlElement

from .address import Addresses
from .fragment import build, elements_of_passage, has_class, parse, serialize, take_out
from .labels import Labels
from .locale import language_tag
from .page import Page
from .quotation import resolve

SIGN = "include"
MARKED = re.compile(r"\{[^}\n]*\.include\b[^}\n]*\}")
PARAGRAPH = re.compile(r"\[(?P<words>[^\]\n]+)\]\((?P<address>[^)\s]+)\)\{:?\s*\.include\s*\}")
# What helps on the page itself and would only repeat in another's: link signs, lists
# of the pages that explain a word.
LEFT_OUT = ("headerlink", "kb-references", "kb-changed", "kb-eyebrow")


@dataclass(frozen=True)
class Inclusion:
    """A part of another page that a page shows.

    words  the words of the link
    target the path of the other page: "principles/index.md"
    anchor its section, or "" for a set at a glance
    line   the line of the file
    """

    words: str
    target: str
    anchor: str
    line: int


class Content(NamedTuple):
    """A page as it is woven: the page, and its article as HTML."""

    page: Page
    article: str


def read_inclusions(page: Page) -> list[Inclusion]:
    """The inclusions of a page in order."""
    return [
        Inclusion(match["words"], *resolve(page.path, match["address"]), unit.line)
        for unit in page.units
        if unit.kind == "paragraph" and (match := PARAGRAPH.fullmatch(unit.markdown))
    ]


def include(
    article: str, page: Page, content_of: Callable[[str], Content | None], addresses: Addresses, labels: Labels
) -> str:
    """The article with what it includes in the places of the links, each followed by a line that says where it is from.

    `content_of` gives what stands in this build at the path of a page. What cannot be included stays a link.
    """
    inclusions = read_inclusions(page)
    if not inclusions:
        return article
    root = parse(article)
    for link, inclusion in zip(root.find_class(SIGN), inclusions, strict=False):
        paragraph, content = link.getparent(), content_of(inclusion.target)
        if paragraph is None or content is None:
            continue
        parts = list(_cut_out(parse(content.article), inclusion.anchor))
        for part in parts:
            _fit(part, content.page, page, addresses)
        if parts:
            link.attrib.pop("class")
            origin = build("p", labels("From the page:"), " ", link, class_="kb-from")
            included = build("div", *parts, origin, class_="kb-included")
            if content.page.locale != page.locale:
                included.set("lang", language_tag(content.page.locale))
            paragraph.addprevious(included)
            paragraph.drop_tree()
    return serialize(root)


def _cut_out(root: HtmlElement, anchor: str) -> Iterator[HtmlElement]:
    """The elements of a section without its heading, or of the set at a glance."""
    if not anchor:
        yield from root.find_class("kb-glance")
        return
    for element in elements_of_passage(root, anchor)[1:]:
        if not any(has_class(element, name) for name in LEFT_OUT):
            yield element


def _fit(element: HtmlElement, there: Page, here: Page, addresses: Addresses) -> None:
    """Takes from an element what belongs to its own page alone, and leads its links from the new page."""
    take_out(element, LEFT_OUT)
    for part in element.iter():
        if isinstance(part.tag, str):
            part.attrib.pop("id", None)
            if href := part.get("href"):
                part.set("href", addresses.carried(href, there, here))
