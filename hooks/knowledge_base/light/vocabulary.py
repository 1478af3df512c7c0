"""Of what pages consist: the words by which a style sheet can select anything in them."""

import re
from collections.abc import Iterable, Iterator

from lxml import html
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
    marks = {mark for tag in tags for mark in _marks_in(tag)}
    return Words(frozenset(marks), frozenset(word for script in scripts for word in WORD.findall(script)))


def first_words(page: str) -> Words:
    """The words of what a page's first screen shows: the header and the article."""
    elements = _shown(html.document_fromstring(page))
    return Words(frozenset(mark for each in elements for mark in _marks(str(each.tag), each.items())) | {SCRIPTED})


def _shown(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and all in it that a first screen shows."""
    classes = (element.get("class") or "").split()
    if not isinstance(element.tag, str) or any(name in classes for name in LATER):
        return
    yield element
    for child in element:
        if FOLDED not in classes or child.tag == "summary":
            yield from _shown(child)


def _marks_in(tag: str) -> Iterator[str]:
    name = NAME.match(tag, 1)
    return _marks(name[0], ATTRIBUTE.findall(tag[name.end() :])) if name else iter(())


def _marks(name: str, attributes: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield name
    for attribute, value in attributes:
        yield f"[{attribute}]"
        yield f"[{attribute}={value}]"
        if attribute == "class":
            yield from (f".{word}" for word in value.split())
        elif attribute == "id":
            yield f"#{value}"
