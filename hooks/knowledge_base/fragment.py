"""The HTML of a page's article as a tree: read, marked, and written again.

Our own Markdown makes it, so lxml's forgiving parser finds nothing to forgive. One thing does not survive a tree by
itself: Python-Markdown writes e-mail addresses as character references, which keeps simple harvesters away.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from lxml import html
from lxml.html import HtmlElement

from .quotation import is_attribution
from .source import EDITORS_NOTE
from .wording import Span, find_words

MAIL_LINK = re.compile(r'<a href="(mailto:[^"]+)">([^<]+)</a>')
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = (*HEADINGS, "p", "li", "ol", "ul", "dt", "dd", "dl", "td", "th", "tr", "table", "div", "blockquote")

# One character of a text: itself, the element that holds it, whether in its tail, and its index there.
Place = tuple[str, HtmlElement, bool, int]


def parse(article: str) -> HtmlElement:
    """The article's HTML as the children of one element."""
    return html.fragment_fromstring(article, create_parent="div")


def serialize(root: HtmlElement) -> str:
    """The children of the element as HTML, e-mail addresses in character references."""
    inner = (root.text or "") + "".join(html.tostring(child, encoding="unicode") for child in root)
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
    """Whether the element is of a class."""
    return name in element.get("class", "").split()


def elements_of_passage(root: HtmlElement, anchor: str) -> list[HtmlElement]:
    """The elements that make up a passage, in order: the same stretch that `source.Passage` has the words of."""
    found = root.xpath("//*[@id=$anchor]", anchor=anchor)
    if not found:
        return []
    first = found[0]
    heading = first.tag in HEADINGS
    elements = [first]
    for sibling in first.itersiblings():
        if has_class(sibling, EDITORS_NOTE) and heading:
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
        for child in blockquote:
            elements.append(child)
            if is_attribution(child.text_content().strip(), len(child.findall(".//a"))):
                yield elements
                elements = []


def mark(elements: Iterable[HtmlElement], words: str, wrap: Callable[[], HtmlElement]) -> list[HtmlElement]:
    """Wraps the given words, wherever they stand in the elements' text, and returns the wrapping elements.

    Words that are not there wrap nothing (the rules report them). Text in a link stays as it is.
    """
    places = list(_places(elements))
    spans = find_words(words, "".join(place[0] for place in places)) or []
    return [made for span in reversed(spans) for made in _wrap(places, span, wrap)]


def _wrap(places: list[Place], span: Span, wrap: Callable[[], HtmlElement]) -> list[HtmlElement]:
    """Wraps a span, the last text node first: what stands before it keeps its place."""
    made: list[HtmlElement] = []
    pieces = [list(group) for _, group in groupby(places[span.start : span.end], key=lambda place: place[1:3])]
    for piece in reversed(pieces):
        _, holder, is_tail, start = piece[0]
        end = piece[-1][3] + 1
        text = (holder.tail if is_tail else holder.text) or ""
        if not text[start:end].strip() or _in_link(holder.getparent() if is_tail else holder):
            continue
        new = wrap()
        new.text, new.tail = text[start:end], text[end:]
        parent = holder.getparent()
        if is_tail and parent is not None:
            holder.tail = text[:start]
            parent.insert(parent.index(holder) + 1, new)
        else:
            holder.text = text[:start]
            holder.insert(0, new)
        made.append(new)
    return made


def _in_link(element: HtmlElement | None) -> bool:
    return element is not None and (element.tag == "a" or any(up.tag == "a" for up in element.iterancestors()))


def _places(elements: Iterable[HtmlElement]) -> Iterator[Place]:
    """The characters of the elements' text, white space collapsed as in `wording.tidy`, each with its place."""
    pending: Place | None = None
    begun = False
    for element in elements:
        for place in _characters(element):
            if place[0].isspace():
                pending = pending or place
                continue
            if pending and begun:
                yield " ", *pending[1:]
            pending, begun = None, True
            yield place
        pending = pending or (" ", element, True, 0)


def _characters(element: HtmlElement) -> Iterator[Place]:
    if has_class(element, "headerlink"):
        return
    if element.tag in BLOCKS:
        yield " ", element, False, 0
    for index, char in enumerate(element.text or ""):
        yield char, element, False, index
    for child in element:
        yield from _characters(child)
        for index, char in enumerate(child.tail or ""):
            yield char, child, True, index
    if element.tag in BLOCKS:
        yield " ", element, True, 0
