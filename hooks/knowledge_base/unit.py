"""The units of translation: what is translated, compared and reviewed as a whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from markdown_it.token import Token

from .block import ANCHOR, AT_END, ON_LAST_LINE, parse

WHOLE = {
    "heading_open": "heading",
    "blockquote_open": "quotation",
    "admonition_open": "note",
    "table_open": "table",
    "dt_open": "term",
    "fence": "code",
    "code_block": "code",
    "html_block": "code",
}
PARAGRAPHS = {"list_item_open": "item", "dd_open": "definition"}
# What begins a list item or a definition: it changes when an item is put in before, and its words do not.
MARKER = re.compile(r"[ ]*(?:[-*+]|\d+[.)]|:)[ ]+")
# What is no part of a word; the marks of scripts that stack letters are parts, though Python does not count them.
NO_WORDS = re.compile(r"[^\w\u0300-\u036f\u0e31-\u0e4e\u0eb1-\u0ecd\u17b4-\u17d3]+")
DIGITS = 8


class Mark(NamedTuple):
    """What is remembered of a unit: its kind, its anchor or "", its fingerprint."""

    kind: str
    anchor: str
    fingerprint: str


@dataclass(frozen=True)
class Unit:
    """A heading, a paragraph, a list item's paragraph, a term or its definition, a table, a quotation, a note, code.

    kind      "heading", "paragraph", "item", "term", "definition", "table", "quotation", "note" or "code"
    markdown  its Markdown, without the sign of a list item, and without the line break at its end
    line      its first line in the file, from 1
    start     where its Markdown begins in the page's body, and `end` where it ends
    anchor    the id in its attribute list, or ""
    """

    kind: str
    markdown: str
    line: int
    start: int
    end: int
    anchor: str = ""

    @property
    def last_line(self) -> int:
        """Its last line in the file."""
        return self.line + self.markdown.count("\n")

    @cached_property
    def mark(self) -> Mark:
        """What is remembered of it. Its fingerprint is two hashes: of its words alone, and of all its signs."""
        words = _hash(NO_WORDS.sub(" ", self.markdown).strip())
        return Mark(self.kind, self.anchor, f"{words}-{_hash(self.markdown)}")


def words_of(fingerprint: str) -> str:
    """The part of a fingerprint that stays when only spacing and punctuation change."""
    return fingerprint.partition("-")[0]


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:DIGITS]


def read_units(markdown: str, first_line: int = 1) -> tuple[Unit, ...]:
    """The units of a page's body in order; `first_line` is the line of the file on which the body begins.

    What lies between them is blank lines and the signs of lists: the body is theirs and nothing else.
    """
    return units_in(parse(markdown), markdown, first_line)


def units_in(tokens: Sequence[Token], markdown: str, first_line: int = 1) -> tuple[Unit, ...]:
    """The units of a text that is parsed already; `first_line` as in `read_units`."""
    # Not `splitlines`: for markdown-it no other sign ends a line.
    lines = [f"{line}\n" for line in markdown.split("\n")]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    units: list[Unit] = []
    for kind, first, after in _spans(tokens):
        text = "".join(lines[first:after]).rstrip()
        marker = MARKER.match(text) if kind in ("item", "definition") else None
        skipped = marker.end() if marker else 0
        start = starts[first] + skipped
        units.append(
            Unit(kind, text[skipped:], first + first_line, start, starts[first] + len(text), _anchor(kind, text))
        )
    return tuple(units)


def _spans(tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """The kind of each unit, its first line and the line after it, both from 0."""
    containers: list[str] = []
    inside = 0  # how deep in a unit that is taken whole
    for token in tokens:
        if token.nesting == -1:
            containers.pop()
            inside = max(0, inside - 1)
            continue
        if not inside and token.map:
            if kind := WHOLE.get(token.type):
                # A term's lines are said to end where they begin.
                yield kind, token.map[0], max(token.map[1], token.map[0] + 1)
            elif token.type == "paragraph_open":
                yield PARAGRAPHS.get(containers[-1] if containers else "", "paragraph"), token.map[0], token.map[1]
        if token.nesting == 1:
            inside += 1 if inside or token.type in WHOLE else 0
            containers.append(token.type)


def _anchor(kind: str, text: str) -> str:
    form = AT_END if kind in ("heading", "term") else ON_LAST_LINE
    attributes = form.search(text)
    anchor = ANCHOR.search(attributes[1]) if attributes else None
    return anchor[1] if anchor else ""
