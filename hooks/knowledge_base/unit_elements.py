"""Where the units of a page stand in its HTML."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from .fragment import HEADINGS, has_class
from .quotation import is_attribution

WHOLE = (*HEADINGS, "p", "dt", "table", "pre")
LISTS = ("ul", "ol", "dl")


def elements_of_units(root: HtmlElement) -> list[HtmlElement]:
    """The element of each unit in order: the same sequence that `unit.read_units` finds in the Markdown.

    Of a quotation it is the line that names the source, since Python-Markdown joins quotations that follow each other.
    """
    return list(_elements_in(root))


def _elements_in(parent: HtmlElement) -> Iterator[HtmlElement]:
    for child in parent.iterchildren("*"):
        if child.tag in WHOLE or has_class(child, "admonition"):
            yield child
        elif child.tag == "blockquote":
            yield from _quotations_in(child)
        elif child.tag in LISTS:
            yield from _elements_in(child)
        elif child.tag in ("li", "dd"):
            if child.find("p") is None:
                yield child
            yield from (each for each in _elements_in(child) if each is not child)


def _quotations_in(blockquote: HtmlElement) -> list[HtmlElement]:
    lines = [each for each in blockquote if is_attribution(each.text_content().strip(), len(each.findall(".//a")))]
    return lines or [blockquote]
