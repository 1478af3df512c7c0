"""A translation has the frame of its English page: headings, anchors, links, quotations, notes and numbers.

The words are the translator's; the frame is what links, printed addresses and the sources' exactness hang on. A unit
whose English changed since has the frame of the English that it was made from, and is not compared.
"""

from collections import Counter
from collections.abc import Iterator

from ..block import Block
from ..frame import frame_of
from ..library import Library
from ..page import Page
from ..problem import Problem
from ..standing import CURRENT, Pair
from ..translation import KEPT, KEPT_OF_SOURCE
from ..unit import Unit

RULE = "translations"
NAMES = {"item": "list item", "code": "piece of code"}


def check(library: Library) -> Iterator[Problem]:
    """Problems of the translations, against the English pages."""
    for page in library.pages.values():
        if original := library.original_of(page):
            pairs = library.pairs_of(page)
            yield from _check_front_matter(page, original)
            yield from _check_missing(page, original, pairs, library)
            yield from _check_added(page, original, pairs)
            for pair in pairs:
                if pair.english and pair.translation and pair.standing.state in CURRENT:
                    yield from _check_frame(page, pair.translation, original, pair.english)


def _check_front_matter(page: Page, original: Page) -> Iterator[Problem]:
    for key in ("title", "description"):
        if key in original.meta and not page.meta.get(key):
            yield Problem(page.file, 1, RULE, f"the front matter lacks `{key}`", f"Translate {original.meta[key]!r}.")
    for key in (*KEPT, *KEPT_OF_SOURCE):
        # "number" of a source's document has words to translate; that of a concept has none.
        if (line := page.line_of(key)) > 1 and (key not in KEPT or "source" not in page.meta):
            remedy = f"Take the line out: {original.file} alone says it."
            yield Problem(page.file, line, RULE, f"a translation says `{key}` again", remedy, page.text_of(line))


def _check_missing(page: Page, original: Page, pairs: list[Pair], library: Library) -> Iterator[Problem]:
    """Units that have no translation, where that looks like an oversight.

    It is none where the unit came into the English after the translation was made, nor where a new translation stops
    before the end: the rest is shown in English.
    """
    recorded = library.records.standings.get((page.locale, page.path), [])
    before = {standing.english for standing in recorded if standing.translation}
    line = page.start
    last = max((at for at, pair in enumerate(pairs) if pair.translation), default=-1)
    for at, pair in enumerate(pairs):
        line = pair.translation.line if pair.translation else line
        unit = pair.english
        if unit and not pair.translation and (at < last if not recorded else unit.mark in before):
            first = unit.markdown.split("\n", 1)[0]
            message = f"the {_name(unit)} of the English page (line {unit.line}) is missing after this line"
            remedy = f"Translate it as in {original.file}; it begins: {first[:60]}"
            yield Problem(page.file, line, RULE, message, remedy)


def _check_added(page: Page, original: Page, pairs: list[Pair]) -> Iterator[Problem]:
    known = {pair.translation.start for pair in pairs if pair.translation}
    for unit in page.units:
        if unit.start not in known:
            remedy = f"Compare with {original.file}, and take it out, or add it to the English page."
            yield Problem(page.file, unit.line, RULE, f"a {_name(unit)} that the English page does not have", remedy)


def _name(unit: Unit) -> str:
    return NAMES.get(unit.kind, unit.kind)


def _check_frame(page: Page, ours: Unit, original: Page, theirs: Unit) -> Iterator[Problem]:
    our_blocks, their_blocks = page.blocks_of(ours), original.blocks_of(theirs)
    our, their = Counter(frame_of(our_blocks)), Counter(frame_of(their_blocks))
    if our == their:
        return
    name, our_lines, their_lines = _name(ours), _lines_of(our_blocks), _lines_of(their_blocks)
    # Each part once: one that is missing twice is the same problem.
    for missing in their - our:
        message = f"{missing} of the English page (line {their_lines[missing]}) is missing in this {name}"
        yield Problem(page.file, ours.line, RULE, message, f"Put it in as in {original.file}.")
    for added in our - their:
        remedy = f"Compare with {original.file} (line {theirs.line}), and take it out or correct it."
        where = our_lines[added]
        message = f"{added} is not in this {name} of the English page"
        yield Problem(page.file, where, RULE, message, remedy, page.text_of(where), added.rpartition(" ")[2])


def _lines_of(blocks: list[Block]) -> dict[str, int]:
    """The line of the file on which each part of the frame stands first."""
    lines: dict[str, int] = {}
    for block in blocks:
        links = {f"the link {link.address}": link.line for link in reversed(block.links)}
        for part in frame_of([block]):
            lines.setdefault(part, links.get(part, block.line))
    return lines
