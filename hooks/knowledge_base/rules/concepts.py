"""A concept has a number that is its own, in the range of its set, and at least one quotation."""

import re
from collections.abc import Iterator

from ..concept import Concept
from ..library import Library
from ..locale import SOURCE
from ..problem import Problem

RULE = "concepts"
NUMBER = re.compile("[0-9]{1,6}")
MOST = 99  # a slip of the keyboard beyond it would be as many problems
FOLDERS = {"principles": "principle", "values": "value", "dimensions": "dimension", "call": "demand"}


def check(library: Library) -> Iterator[Problem]:
    """Problems of concepts and of the sets that count them."""
    yield from _check_kinds(library)
    first: dict[tuple[str, str, int], Concept] = {}
    for concept in library.concepts.values():
        yield from _check_quotations(library, concept)
        if concept.page.locale != SOURCE:
            continue  # its kind and number are the English page's
        yield from _check_number(library, concept)
        key = concept.page.locale, concept.kind, concept.number
        if concept.number and key in first:
            line, other = concept.page.line_of("number"), first[key].page.file
            message = f"{concept.kind} {concept.number} is also {other}"
            remedy = "Give each its own number."
            yield Problem(concept.page.file, line, RULE, message, remedy, concept.page.text_of(line))
        first.setdefault(key, concept)
    for (locale, kind), counted in library.sets.items():
        if locale != SOURCE:
            continue
        page = counted.page
        if counted.count > MOST:
            remedy = "Write how many pages of this kind there are."
            yield Problem(page.file, page.line_of("count"), RULE, f"no set counts more than {MOST}", remedy)
            continue
        numbers = {concept.number for concept in library.concepts_of(locale, kind)}
        for missing in sorted(set(range(1, counted.count + 1)) - numbers):
            message = f"no page is {kind} {missing}, but there are {counted.count} by this page's count"
            yield Problem(page.file, page.line_of("count"), RULE, message, f"Add a page with `number: {missing}`.")


def _check_kinds(library: Library) -> Iterator[Problem]:
    """Every page of a concepts' folder is a concept of that folder's kind, or its index."""
    for (locale, _), page in library.pages.items():
        folder, _, name = page.path.partition("/")
        if folder not in FOLDERS or locale != SOURCE:
            continue
        key = "set" if name == "index.md" else "kind"
        if page.meta.get(key) != FOLDERS[folder]:
            message = f"a page of {folder}/ without `{key}: {FOLDERS[folder]}`"
            remedy = f"Write `{key}: {FOLDERS[folder]}` in the front matter."
            yield Problem(page.file, page.line_of(key), RULE, message, remedy, page.text_of(page.line_of(key)))


def _check_number(library: Library, concept: Concept) -> Iterator[Problem]:
    page, counted = concept.page, library.set_of(concept.page.locale, concept.kind)
    line = page.line_of("number")
    text = page.text_of(line)
    count = counted.count if counted else 0
    if not 1 <= concept.number <= count:
        message = f"the number of this {concept.kind} is not between 1 and {count}"
        where = f"the count stands in {counted.page.file}" if counted else f"no page has `set: {concept.kind}`"
        yield Problem(page.file, line, RULE, message, f"Write its number after `number:`; {where}.", text)
        return
    # The sources' own numbering: principle 2 quotes #principle-2 wherever a source numbers its principles.
    for quotation in library.quotations_on(concept.page):
        kind, _, number = quotation.anchor.rpartition("-")
        if kind == concept.kind and NUMBER.fullmatch(number) and int(number) != concept.number:
            message = f"{concept.kind} {concept.number} quotes #{quotation.anchor} of {quotation.target}"
            remedy = f"Make the number {number}, or quote #{kind}-{concept.number}."
            yield Problem(page.file, line, RULE, message, remedy, text)


def _check_quotations(library: Library, concept: Concept) -> Iterator[Problem]:
    if not library.quotations_on(concept.page):
        message = f"a {concept.kind} without any quotation"
        remedy = "Quote the passage that it comes from, in a blockquote that ends with a link to it."
        yield Problem(concept.page.file, concept.page.start, RULE, message, remedy, concept.title)
