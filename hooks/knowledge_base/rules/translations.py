"""A translation has the frame of its English page: headings, anchors, links, quotations, notes and numbers.

The words are the translator's; the frame is what links, printed addresses and the sources' exactness hang on.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from ..block import Block
from ..library import Library
from ..page import Page
from ..problem import Problem
from ..translation import KEPT, KEPT_OF_SOURCE

RULE = "translations"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Vietnamese months have numbers where the English has names.
MONTH = re.compile(r"tháng \d{1,2}\b", re.IGNORECASE)


def check(library: Library) -> Iterator[Problem]:
    """Problems of the translations, against the English pages."""
    for page in library.pages.values():
        if original := library.original_of(page):
            yield from _check_front_matter(page, original)
            headings = list(_check_headings(page, original))
            yield from headings or _check_sections(page, original)


def _check_front_matter(page: Page, original: Page) -> Iterator[Problem]:
    for key in ("title", "description"):
        if key in original.meta and not page.meta.get(key):
            yield Problem(page.file, 1, RULE, f"the front matter lacks `{key}`", f"Translate {original.meta[key]!r}.")
    for key in (*KEPT, *KEPT_OF_SOURCE):
        # "number" of a source's document has words to translate; that of a concept has none.
        if (line := page.line_of(key)) > 1 and (key not in KEPT or "source" not in page.meta):
            remedy = f"Take the line out: {original.file} alone says it."
            yield Problem(page.file, line, RULE, f"a translation says `{key}` again", remedy, page.text_of(line))


def _check_headings(page: Page, original: Page) -> Iterator[Problem]:
    ours, theirs = ([block for block in each.blocks if block.kind == "heading"] for each in (page, original))
    for our, their in zip_longest(ours, theirs):
        if our and their and (our.level, our.anchor) == (their.level, their.anchor):
            continue
        message = f"this heading differs from the English page's (line {their.line})" if their else "a heading too many"
        if not our:
            message = "a heading of the English page is missing"
        wanted = f"{'#' * their.level} … {f'{{ #{their.anchor} }}' if their.anchor else ''}".strip() if their else ""
        remedy = f"Write it as `{wanted}`." if their else "Take it out, or add it to the English page."
        yield Problem(page.file, our.line if our else ours[-1].line if ours else page.start, RULE, message, remedy)
        return


def _check_sections(page: Page, original: Page) -> Iterator[Problem]:
    for (line, ours), (_, theirs) in zip(_sections(page), _sections(original), strict=True):
        our, their = Counter(_frame(ours)), Counter(_frame(theirs))
        for missing in (their - our).elements():
            message = f"{missing} of the English page (line {_line_of(missing, theirs)}) is missing in this section"
            yield Problem(page.file, line, RULE, message, f"Put it in as in {original.file}.")
        for added in (our - their).elements():
            message = f"{added} is not in this section of the English page"
            remedy = f"Compare with {original.file}, and take it out or correct it."
            where = _line_of(added, ours)
            yield Problem(page.file, where, RULE, message, remedy, page.text_of(where), added.rpartition(" ")[2])


def _sections(page: Page) -> list[tuple[int, list[Block]]]:
    """The page cut at its headings: the line of each section and its blocks."""
    sections: list[tuple[int, list[Block]]] = [(page.start, [])]
    for block in page.blocks:
        if block.kind == "heading":
            sections.append((block.line, []))
        sections[-1][1].append(block)
    return sections


def _frame(blocks: list[Block]) -> list[str]:
    """What a translation has in common with its original, each named as a problem names it."""
    frame: list[str] = []
    for block in blocks:
        if block.anchor and block.kind != "heading":
            frame.append(f"the anchor #{block.anchor}")
        if block.quotation:
            frame.append("a paragraph of a quotation")
        if block.kind == "title":
            frame.append(f"a note of the type {block.note}")
        frame += (f"the link {link.address}" for link in block.links)
        frame += (f"the number {re.sub('[.,]', '', each)}" for each in NUMBER.findall(MONTH.sub("", block.text)))
    return frame


def _line_of(part: str, blocks: list[Block]) -> int:
    """The line of the file on which a part of the frame stands first."""
    block = next(block for block in blocks if part in _frame([block]))
    return next((link.line for link in block.links if part.endswith(f" {link.address}")), block.line)
