"""A quotation: a blockquote whose last line links to the passage that it quotes."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .block import Block
from .page import Page

DASHES = ("—", "–", "―")


@dataclass(frozen=True)
class Quotation:
    """Words on a page that say where they come from.

    page      the page that quotes
    id        its anchor there: "quote-ilo-resolution-principles"; a second one of the same passage ends in "-2"
    words     the quoted words, paragraph by paragraph
    lines     the line of the file where each paragraph begins
    line      the line of the file where the first of them begins
    label     who says it, as the page names the source
    target    the path of the source's page: "sources/ilo-resolution.md"
    anchor    the passage: "principles"
    link_line the line of the file with the link
    """

    page: Page
    id: str
    words: tuple[str, ...]
    lines: tuple[int, ...]
    line: int
    label: str
    target: str
    anchor: str
    link_line: int


def is_attribution(text: str, links: int) -> bool:
    """Whether a paragraph is the line that names the source: a dash, then a link."""
    return text.startswith(DASHES) and links > 0


def read_quotations(page: Page) -> tuple[Quotation, ...]:
    """The page's quotations in order. A blockquote that names no source is not among them."""
    return tuple(_split(page))


def unsourced(page: Page) -> Iterator[Block]:
    """The first block of each blockquote that does not end by naming its source."""
    for number, group in groupby(page.blocks, key=lambda block: block.quotation):
        blocks = list(group)
        if number and not is_attribution(blocks[-1].text, len(blocks[-1].links)):
            yield blocks[0]


def _split(page: Page) -> Iterator[Quotation]:
    # Python-Markdown joins blockquotes that follow each other, other readers do not: the line that names the source
    # ends a quotation in both.
    words: list[Block] = []
    seen: Counter[str] = Counter()
    for block in page.blocks:
        if not block.quotation:
            words = []
        elif not is_attribution(block.text, len(block.links)):
            words.append(block)
        else:
            link = block.links[0]
            target, anchor = resolve(page.path, link.address)
            name = f"quote-{posixpath.basename(target).removesuffix('.md')}-{anchor}"
            seen[name] += 1
            yield Quotation(
                page=page,
                id=name if seen[name] == 1 else f"{name}-{seen[name]}",
                words=tuple(each.text for each in words),
                lines=tuple(each.line for each in words),
                line=words[0].line if words else block.line,
                label=link.words,
                target=target,
                anchor=anchor,
                link_line=link.line,
            )
            words = []


def resolve(path: str, address: str) -> tuple[str, str]:
    """The page and the anchor that a relative address on the page `path` leads to; an address elsewhere stays whole."""
    if "://" in address:
        return address, ""
    target, _, anchor = address.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path), anchor
