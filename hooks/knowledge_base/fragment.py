"""The HTML of a page's article as a tree: read, marked, and written again.

Our own Markdown makes it, so lxml's forgiving parser finds nothing to forgive. One thing does not survive a tree by
itself: Python-Markdown writes e-mail addresses as character references, which keeps simple harvesters away.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple

from lxml import html
from lxml.html import HtmlElement

from .quotation import is_attribution
from .source import EDITORS_NOTE
from .wording import find_words

MAIL_LINK = re.compile(r'<a href="(mailto:[^"]+)">([^<]+)</a>')
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = (*HEADINGS, "p", "li", "ol", "ul", "dt", "dd", "dl", "td", "th", "tr", "table", "div", "blockquote")

SPACE = re.compile(r"\s+")


class Stretch(NamedTuple):
    """A stretch of a passage's text: where it begins there, the text, and the element that holds it, or its tail."""

    at: int
    text: str
    holder: HtmlElement | None
    is_tail: bool


def parse(article: str) -> HtmlElement:
    """The article's HTML as the children of one element, in Unicode's composed form (NFC) as in `wording.tidy`."""
    return html.fragment_fromstring(unicodedata.normalize("NFC", article), create_parent="div")


def serialize(root: HtmlElement) -> str:
    """The children of the element as HTML, e-mail addresses in character references."""
    inner = escape(root.text or "", quote=False) + "".join(html.tostring(child, encoding="unicode") for child in root)
    return MAIL_LINK.sub(lambda link: f'<a href="{_references(link[1])}">{_references(link[2])}</a>', inner)


def _references(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in html.fromstring(f"<p>{text}</p>").text_content())


def build(tag: str, *children: HtmlElement | str, **attributes: str) -> HtmlElement:
    """An element with text and elements inside; an attribute `class_` is written `class`."""
    element = html.Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    for child in children:
        if not isinstance(child, str):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + child
        else:
            element.text = (element.text or "") + child
    return element


def put_after(element: HtmlElement, new: HtmlElement) -> None:
    """Puts a new element right behind another, before the text that follows it."""
    new.tail, element.tail = element.tail, None
    element.addnext(new)


def has_class(element: HtmlElement, name: str) -> bool:
    """Whether the element is of a class; a comment is of none."""
    return name in (element.get("class") or "").split()


def take_out(root: HtmlElement, classes: Iterable[str]) -> None:
    """Removes the elements of these classes; the text behind them stays."""
    for name in classes:
        for element in root.find_class(name):
            element.drop_tree()


def elements_of_passage(root: HtmlElement, anchor: str) -> list[HtmlElement]:
    """The elements that make up a passage, in order: the same stretch that `source.Passage` has the words of."""
    found = root.xpath("//*[@id=$anchor]", anchor=anchor)
    if not found:
        return []
    first = found[0]
    heading = first.tag in HEADINGS
    elements = [first]
    for sibling in first.itersiblings():
        if not isinstance(sibling.tag, str) or (has_class(sibling, EDITORS_NOTE) and heading):
            continue
        ends = sibling.tag in HEADINGS and sibling.tag <= first.tag if heading else bool(sibling.xpath(".//@id|./@id"))
        if ends or has_class(sibling, EDITORS_NOTE):
            break
        elements.append(sibling)
    return elements


def quotations_in(root: HtmlElement) -> Iterator[list[HtmlElement]]:
    """The elements of each quotation in order, the line that names the source last.

    Python-Markdown joins blockquotes that follow each other; that line is where one ends.
    """
    for blockquote in list(root.iter("blockquote")):
        elements: list[HtmlElement] = []
        for child in blockquote.iterchildren("*"):
            elements.append(child)
            if is_attribution(child.text_content().strip(), len(child.findall(".//a"))):
                yield elements
                elements = []


def mark(elements: Iterable[HtmlElement], words: str, wrap: Callable[[], HtmlElement]) -> list[HtmlElement]:
    """Wraps the given words, wherever they stand in the elements' text, and returns the wrapping elements.

    Words that are not there wrap nothing (the rules report them). Text in a link stays as it is.
    """
    stretches: list[Stretch] = []
    text = ""
    for holder, is_tail, flat in _texts(elements):
        skipped = 1 if flat.startswith(" ") and (not text or text.endswith(" ")) else 0
        stretches.append(Stretch(len(text) - skipped, flat, holder, is_tail))
        text += flat[skipped:]
    made: list[HtmlElement] = []
    for span in reversed(find_words(words, text) or []):
        # The last first: what stands before it keeps its place.
        for stretch in reversed(stretches):
            start, end = max(span.start - stretch.at, 0), min(span.end - stretch.at, len(stretch.text))
            if stretch.holder is not None and start < end and stretch.text[start:end].strip():
                made += _wrap(stretch, start, end, wrap)
    return made


def _wrap(stretch: Stretch, start: int, end: int, wrap: Callable[[], HtmlElement]) -> list[HtmlElement]:
    holder = stretch.holder
    parent = holder.getparent() if holder is not None else None
    if holder is None or _in_link(parent if stretch.is_tail else holder):
        return []
    # As it is now: a later part of it may have been wrapped before.
    text = SPACE.sub(" ", (holder.tail if stretch.is_tail else holder.text) or "")
    new = wrap()
    new.text, new.tail = text[start:end], text[end:]
    if stretch.is_tail and parent is not None:
        holder.tail = text[:start]
        parent.insert(parent.index(holder) + 1, new)
    else:
        holder.text = text[:start]
        holder.insert(0, new)
    return [new]


def _in_link(element: HtmlElement | None) -> bool:
    return element is not None and (element.tag == "a" or any(up.tag == "a" for up in element.iterancestors()))


def _texts(elements: Iterable[HtmlElement]) -> Iterator[tuple[HtmlElement | None, bool, str]]:
    """The stretches of text in the elements, white space collapsed; a block's edge is a space that nobody holds."""
    for element in elements:
        yield from _texts_in(element)
        yield None, False, " "


def _texts_in(element: HtmlElement) -> Iterator[tuple[HtmlElement | None, bool, str]]:
    if not isinstance(element.tag, str) or has_class(element, "headerlink"):
        return
    if element.text:
        yield element, False, SPACE.sub(" ", element.text)
    for child in element:
        block = child.tag in BLOCKS
        if block:
            yield None, False, " "
        yield from _texts_in(child)
        if block:
            yield None, False, " "
        if child.tail:
            yield child, True, SPACE.sub(" ", child.tail)
