"""Characters are such that every reader sees the same: assigned, composed, in whole syllables, in the text's script."""

from collections.abc import Iterator

from ..library import Library
from ..locale import SOURCE
from ..problem import Problem
from ..script import find_faults

RULE = "characters"


def check(library: Library) -> Iterator[Problem]:
    """Problems of the characters on pages and in catalogues."""
    for page in library.pages.values():
        if not any(find_faults(page.head + "---\n" + page.body, page.locale)):
            continue  # one look at the whole page is quicker than one at each line
        for line, text in enumerate((page.head + "---\n" + page.body).split("\n"), 2 if page.head else 0):
            for fault in find_faults(text, page.locale):
                yield Problem(page.file, max(line, 1), RULE, fault.message, fault.remedy, text, fault.spot)
    for locale, catalogue in library.catalogues.items():
        for entry in catalogue.entries:
            for fault in find_faults(entry.words, locale):
                yield Problem(catalogue.file, entry.line, RULE, fault.message, fault.remedy, entry.words, fault.spot)
    if library.template:
        for entry in library.template.entries:
            for fault in find_faults(entry.english, SOURCE):
                yield Problem(library.template.file, entry.line, RULE, fault.message, fault.remedy, entry.english)
