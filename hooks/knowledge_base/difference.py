"""Two versions of a text side by side, with the words marked that differ."""

import re
from difflib import SequenceMatcher

from lxml.html import HtmlElement

from .fragment import build

WORDS = re.compile(r"\S+\s*")


def show_difference(before: str, now: str) -> tuple[HtmlElement, HtmlElement]:
    """A paragraph with each version: what went is in `<del>` in the first, what came is in `<ins>` in the second."""
    old, new = WORDS.findall(before), WORDS.findall(now)
    went, came = build("p"), build("p")
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        _add(went, "".join(old[old_from:old_to]), "" if kind == "equal" else "del")
        _add(came, "".join(new[new_from:new_to]), "" if kind == "equal" else "ins")
    return went, came


def _add(paragraph: HtmlElement, text: str, tag: str) -> None:
    if tag and text:
        paragraph.append(build(tag, text))
    elif len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + text
    else:
        paragraph.text = (paragraph.text or "") + text
