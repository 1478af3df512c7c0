"""A source: one document of one owner, published verbatim as a page with a bibliography, in anchored passages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .block import Block
from .page import Page

EDITORS_NOTE = "editors-note"


@dataclass(frozen=True)
class Bibliography:
    """What is known of a document. "unknown" and "none" are answers; an empty field is a fault.

    owner        in full; `short_owner` as it stands on a card
    title        of the document, as its owner writes it
    number       its number and place: "ILC.110/Resolution II, conclusions, paragraph 5", or "none"
    date         year, month and day as in ISO 8601, or "unknown"
    address      where the official text is on the web, or "unknown"
    rights       who owns the words, and on what terms they stand here
    language     the language of the document, as a BCP 47 tag
    archive      where an archive keeps a copy of the official text; need not be there
    dead         the day on which the official address was found dead, as in ISO 8601; only where it was
    """

    owner: str
    short_owner: str
    title: str
    number: str
    date: str
    address: str
    rights: str
    language: str
    archive: str = ""
    dead: str = ""

    @staticmethod
    def fields() -> tuple[str, ...]:
        """The names of all fields, in order."""
        return tuple(Bibliography.__dataclass_fields__)

    @staticmethod
    def required() -> tuple[str, ...]:
        """The names of the fields that every bibliography has, in order."""
        return tuple(name for name in Bibliography.fields() if name not in ("archive", "dead"))

    @property
    def leads_to(self) -> str:
        """Where readers are led for the official text: nowhere ("") where the address is dead and no copy is known.

        A dead address is never shown: its host may belong to somebody else one day.
        """
        given = self.archive if self.dead else self.address
        return given if given.startswith("http") else ""


@dataclass(frozen=True)
class Passage:
    """An anchored stretch of a source.

    anchor  as in the page's address
    words   its text, the blocks joined by a space
    line    the line of the file where it begins
    heading the level of the heading that carries the anchor; 0 where a paragraph or a list item does
    """

    anchor: str
    words: str
    line: int
    heading: int = 0


@dataclass(frozen=True)
class Source:
    """A page under `sources/` that has a bibliography."""

    page: Page
    bibliography: Bibliography

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """The passages by anchor, in the order of the page."""
        return {passage.anchor: passage for passage in _read_passages(self.page)}

    def own_words_of(self, passage: Passage) -> str:
        """The words of a passage; of a heading its own alone, since what stands below it has passages of its own."""
        if not passage.heading:
            return passage.words
        return next(block.text for block in self.page.blocks if block.anchor == passage.anchor)


def is_source_page(page: Page) -> bool:
    """Whether the page says of itself that it is a source."""
    return "source" in page.meta


def read_source(page: Page) -> Source:
    """The source on a page; fields of its bibliography that are missing become "" (the rules report them)."""
    given: Any = page.meta.get("source")
    given = given if isinstance(given, dict) else {}
    known = {name: str(given[name]) if given.get(name) is not None else "" for name in Bibliography.fields()}
    return Source(page, Bibliography(**known))


def source_blocks(page: Page) -> list[Block]:
    """The blocks of a source's page that are the source's own words: no notes of ours, not the page's title."""
    return [block for block in page.blocks if not block.note and block.level != 1]


def _read_passages(page: Page) -> Iterator[Passage]:
    """A passage runs from its anchor to the next one; under a heading, to the next heading that is not deeper.

    An editor's note ends a passage that does not begin with a heading: what follows it needs an anchor of its own.
    """
    blocks = [block for block in page.blocks if block.level != 1]
    for index, block in enumerate(blocks):
        if not block.anchor or block.note:
            continue
        words = [block.text]
        for following in blocks[index + 1 :]:
            if block.level:
                if 0 < following.level <= block.level:
                    break
            elif following.anchor or following.note or following.level:
                break
            if not following.note:
                words.append(following.text)
        yield Passage(block.anchor, " ".join(words), block.line, block.level)
