"""A page: one Markdown file of one locale, read once."""

import re
from bisect import bisect_left, bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .block import Block, blocks_in, parse
from .history import blob_of
from .plain_yaml import load
from .problem import Problem
from .unit import Unit, units_in

# The same form of front matter that MkDocs reads.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
UNCLOSED = re.compile(r"\A---[ \t]*\n[\w-]+[ \t]*:")


@dataclass(frozen=True)
class Page:
    """A Markdown page.

    locale  the folder it lies in: "en"
    path    its path below that folder, the same in every locale: "principles/equality.md"
    file    the file as problems name it: "docs/en/principles/equality.md"
    meta    its front matter
    head    the front matter's text, "" where there is none
    body    the Markdown after it
    start   the line of the file on which the body begins, from 1
    blob    the id that Git gives to the file
    """

    locale: str
    path: str
    file: str
    meta: Mapping[str, Any] = field(compare=False)
    head: str = field(repr=False)
    body: str = field(repr=False)
    start: int
    blob: str = field(default="", compare=False)

    @cached_property
    def _read(self) -> tuple[tuple[Block, ...], tuple[Unit, ...]]:
        # Both at once: the parsing is what takes time.
        tokens = parse(self.body)
        return blocks_in(tokens, self.start), units_in(tokens, self.body, self.start)

    @property
    def parsed(self) -> tuple[tuple[Block, ...], tuple[Unit, ...]] | None:
        """Its blocks and units, if it was parsed already."""
        return self.__dict__.get("_read")

    def take_parsed(self, parsed: tuple[tuple[Block, ...], tuple[Unit, ...]]) -> None:
        """Takes what was parsed of the same file before; nothing else is different afterwards."""
        self.__dict__["_read"] = parsed

    @property
    def units(self) -> tuple[Unit, ...]:
        """The page's units of translation in order, with the lines of the file."""
        return self._read[1]

    def blocks_of(self, unit: Unit) -> list[Block]:
        """The blocks that a unit consists of."""
        first = bisect_left(self.blocks, unit.line, key=lambda block: block.line)
        after = bisect_right(self.blocks, unit.last_line, key=lambda block: block.line)
        return list(self.blocks[first:after])

    def words_of(self, unit: Unit) -> str:
        """The words of a unit as a reader sees them."""
        return " ".join(block.text for block in self.blocks_of(unit))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The page's blocks in order, with the lines of the file."""
        return self._read[0]

    @property
    def title(self) -> str:
        """The title in the front matter, else the first heading, else the path."""
        if isinstance(title := self.meta.get("title"), str):
            return title
        return next((block.text for block in self.blocks if block.kind == "heading"), self.path)

    def line_of(self, key: str) -> int:
        """The line of the file on which the front matter's `key` stands; 1 where it does not."""
        key_here = re.compile(rf"\s*{re.escape(key)}\s*:")
        return next((line for line, text in enumerate(self.head.split("\n"), 2) if key_here.match(text)), 1)

    def text_of(self, line: int) -> str:
        """What stands on a line of the file."""
        lines = (self.body if line >= self.start else self.head).split("\n")
        index = line - self.start if line >= self.start else line - 2
        return lines[index] if 0 <= index < len(lines) else ""


def read_page(file: Path, locale: str, path: str, name: str) -> tuple[Page | None, list[Problem]]:
    """Reads one file; a file that cannot be read as a page comes back as the problem that says why.

    `name` is the file as problems name it. MkDocs itself stops at a file that is not UTF-8, and takes front matter
    that is not YAML for text: hence these problems.
    """
    given = file.read_bytes()
    try:
        text = given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = f"this is not UTF-8: byte {error.object[error.start]:#04x} stands there"
        return None, [Problem(name, line, "encoding", message, "Save the file as UTF-8 in your editor.")]
    page, problems = parse_page(text, locale, path, name, blob_of(given))
    return page, [*_debris(given, name), *problems]


def _debris(given: bytes, name: str) -> Iterator[Problem]:
    """What an editor left in the file that changes no word: the page is read without it, but the file has to be mended.

    Otherwise the next editor shows every line as changed.
    """
    remedy = "Save the file as UTF-8 without a byte order mark, with line ends of Unix (LF)."
    if given.startswith(BOM_UTF8):
        yield Problem(name, 1, "encoding", "the file begins with a byte order mark", remedy)
    if b"\r" in given:
        line = given.count(b"\n", 0, given.index(b"\r")) + 1
        yield Problem(name, line, "encoding", "this line ends as on Windows, not with LF alone", remedy)


def parse_page(text: str, locale: str, path: str, name: str, blob: str = "") -> tuple[Page, list[Problem]]:
    """Reads the text of one file, as `read_page` does."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = FRONT_MATTER.match(text)
    problems: list[Problem] = []
    if not match:
        if UNCLOSED.match(text):
            remedy = "Write a line with only `---` below its last key, and an empty line after it."
            problems.append(Problem(name, 1, "front-matter", "the front matter has no end", remedy))
        return Page(locale, path, name, {}, "", text, 1, blob), problems
    head = match[1]
    meta: Any = None
    try:
        meta = load(head)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that no calendar has
        lines = head.split("\n")
        mark = getattr(error, "problem_mark", None)
        row = mark.line if mark else next((index for index, each in enumerate(lines) if DAY.search(each)), 0)
        said = getattr(error, "problem", None) or str(error)
        text_there = lines[row] if row < len(lines) else ""
        remedy = "Mend the front matter; a text with a colon in it needs quotation marks."
        problems.append(Problem(name, row + 2, "front-matter", f"broken YAML: {said}", remedy, text_there))
    if meta is not None and not isinstance(meta, dict):
        remedy = "Write one `key: value` on each line."
        problems.append(Problem(name, 2, "front-matter", "the front matter is not a list of keys and values", remedy))
        meta = None
    start = text.count("\n", 0, match.end()) + 1
    return Page(locale, path, name, meta or {}, head, text[match.end() :], start, blob), problems
