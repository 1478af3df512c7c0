"""Every block of a source has its anchor, none has another's, and numbered anchors have no gap."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from ..block import Block
from ..library import Library
from ..page import Page
from ..problem import Problem
from ..source import source_blocks

RULE = "passages"
SERIES = re.compile(r"(.*-)([0-9]{1,6})")


def check(library: Library) -> Iterator[Problem]:
    """Problems of the passages' anchors."""
    for source in library.sources.values():
        yield from _check_repeated(source.page)
        yield from _check_missing(source.page)
        yield from _check_gaps(source.page)


def _check_repeated(page: Page) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for block in page.blocks:
        if block.anchor in first:
            message = f"the anchor #{block.anchor} is used twice, first on line {first[block.anchor]}"
            yield Problem(page.file, block.line, RULE, message, "Give this passage an anchor of its own.", block.text)
        elif block.anchor:
            first[block.anchor] = block.line


def _check_missing(page: Page) -> Iterator[Problem]:
    """A paragraph needs an anchor; the items of a list need one each, or none if the list belongs to its paragraph."""
    blocks = source_blocks(page)
    for number, group in groupby(blocks, key=lambda block: block.list):
        together = list(group)
        if number and not any(block.anchor for block in together):
            continue
        for block in together:
            if not block.anchor:
                at_end = block.kind in ("heading", "term", "cell")
                where = "at the end of its line" if at_end else "on a line of its own right below it"
                remedy = f"Write {{ #its-anchor }} {where}."
                message = "a passage without an anchor"
                yield Problem(page.file, block.line, RULE, message, remedy, block.text)


def _check_gaps(page: Page) -> Iterator[Problem]:
    numbered: dict[str, list[tuple[int, Block]]] = {}
    for block in source_blocks(page):
        if match := SERIES.fullmatch(block.anchor):
            numbered.setdefault(match[1], []).append((int(match[2]), block))
    for prefix, series in numbered.items():
        for (before, _), (number, block) in pairwise(series):
            if number != before + 1:
                message = f"#{prefix}{number} follows #{prefix}{before}"
                remedy = "Number the anchors in the order of the page, each once and without a gap."
                yield Problem(page.file, block.line, RULE, message, remedy, block.text)
