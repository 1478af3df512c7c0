"""Every folder with pages is a locale of the configuration, and a page of a translation has its English page."""

import difflib
from collections.abc import Iterator

from ..library import Library
from ..locale import SOURCE
from ..problem import Problem

RULE = "locales"


def check(library: Library) -> Iterator[Problem]:
    """Problems of folders and of pages that only a translation has."""
    known = library.locales
    if not known:
        return
    reported: set[str] = set()
    english = sorted(path for locale, path in library.pages if locale == SOURCE)
    for (locale, path), page in library.pages.items():
        if locale not in known.lines:
            if locale not in reported:
                last = max(known.lines.values())
                remedy = f"Add it to `languages:` in {known.file} (after line {last}), or move its pages."
                yield Problem(page.file, 1, RULE, f"the folder {locale}/ is no language of the site", remedy)
            reported.add(locale)
        elif locale != SOURCE and (SOURCE, path) not in library.pages:
            yield Problem(
                page.file, 1, RULE, f"there is no English page {path}", _remedy(library, locale, path, english)
            )


def _remedy(library: Library, locale: str, path: str, english: list[str]) -> str:
    """What to do with a translation without its English page: where its blocks went, else which name is near."""
    recorded = {standing.english for standing in library.records.standings.get((locale, path), [])}
    went = {
        there: len(recorded.intersection(unit.mark for unit in library.pages[SOURCE, there].units)) for there in english
    }
    if found := sorted((there for there, count in went.items() if count), key=lambda there: (-went[there], there)):
        places = ", ".join(f"{there} ({went[there]} of {len(recorded)} blocks)" for there in found[:3])
        return f"Its English is now in {places}: rename this page so, or move its blocks there."
    near = difflib.get_close_matches(path, english, n=1, cutoff=0.5)
    return f"Write the English page first{f', or name this one {near[0]}' if near else ''}."
