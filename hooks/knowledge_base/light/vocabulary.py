"""Of what pages consist: the words by which a style sheet can select anything in them."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from .selector import Words

TAG = re.compile(r"<[a-z][^<>]*>")
NAME = re.compile(r"[a-z][a-z0-9-]*")
ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
WORD = re.compile(r"[\w-]+")
# What does not show before the whole style sheet is there, and what is folded up.
LATER = ("md-sidebar", "md-search", "md-footer", "md-dialog", "md-top")
FOLDED = "kb-languages"
# What a page says of itself before it is painted, where scripts run.
SCRIPTED = ".js"


def words_of(pages: Iterable[str], scripts: Iterable[str]) -> Words:
    """The words of whole pages, and of the scripts that change them."""
    tags = {tag for page in pages for tag in TAG.findall(page)}
    marks = {mark for tag in tags for mark in _marks(tag)}
    return Words(frozenset(marks), frozenset(word for script in scripts for word in WORD.findall(script)))


def first_words(page: str) -> Words:
    """The words of what a page's first screen shows: the header and the article."""
    root = html.document_fromstring(page)
    for element in [each for name in LATER for each in root.find_class(name)]:
        element.drop_tree()
    for folded in root.find_class(FOLDED):
        for child in [each for each in folded if each.tag != "summary"]:
            child.drop_tree()
    elements: Iterator[HtmlElement] = root.iter(etree.Element)
    return Words(frozenset(mark for each in elements for mark in _marks(_start(each))) | {SCRIPTED})


def _start(element: HtmlElement) -> str:
    return "<" + str(element.tag) + "".join(f' {name}="{value}"' for name, value in element.attrib.items()) + ">"


def _marks(tag: str) -> Iterator[str]:
    name = NAME.match(tag, 1)
    if name is None:
        return
    yield name[0]
    for attribute, value in ATTRIBUTE.findall(tag[name.end() :]):
        yield f"[{attribute}]"
        yield f"[{attribute}={value}]"
        if attribute == "class":
            yield from (f".{word}" for word in value.split())
        elif attribute == "id":
            yield f"#{value}"
