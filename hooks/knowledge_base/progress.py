"""How far the translations are: what the status page, the terminal and the JSON file say."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .library import Library
from .locale import SOURCE
from .page import Page
from .standing import Pair
from .standing_marks import name_of

# What readers and maintainers are told. "look": the English changed by a comma; "stale" holds what is gone too.
SHOWN = ("reviewed", "draft", "look", "stale", "missing")


@dataclass(frozen=True)
class Place:
    """A unit that needs a translator.

    state  one of SHOWN, never "reviewed" or "draft"
    name   its id on the page
    line   its line in the translated file, or that of the English page's unit where it is missing
    words  how its English begins, or the translation where the English is gone
    """

    state: str
    name: str
    line: int
    words: str


@dataclass(frozen=True)
class Progress:
    """How far one page is in one locale: `original` is the English page, `counts` its units by state."""

    locale: str
    original: Page
    is_there: bool
    counts: Counter[str]
    places: tuple[Place, ...]


def progress_of(library: Library) -> Iterator[Progress]:
    """Every English page in every other locale of the configuration, by locale and in the order of the navigation."""
    locales = [locale for locale in (library.locales.lines if library.locales else ()) if locale != SOURCE]
    listed = [entry.path for entry in library.navigation.entries] if library.navigation else []
    pages = [page for (locale, _), page in library.pages.items() if locale == SOURCE]
    pages.sort(key=lambda page: (listed.index(page.path) if page.path in listed else len(listed), page.path))
    for locale in locales:
        for original in pages:
            page = library.pages.get((locale, original.path))
            if page is None:
                yield Progress(locale, original, False, Counter(missing=len(original.units)), ())
            else:
                pairs = library.pairs_of(page)
                counts = Counter(_shown(pair) for pair in pairs)
                places = tuple(_places(page, original, pairs))
                yield Progress(locale, original, True, counts, places)


def as_json(found: Sequence[Progress]) -> str:
    """The pages with their counts and places, as JSON."""
    pages = [
        {
            "locale": each.locale,
            "page": each.original.path,
            "blocks": {state: each.counts[state] for state in SHOWN},
            "places": [vars(place) for place in each.places],
        }
        for each in found
    ]
    return json.dumps(pages, ensure_ascii=False, indent=2)


def as_table(found: Sequence[Progress]) -> str:
    """The counts of each locale, then a line for each page or place that needs a translator."""
    lines = [f"{'':10}" + "".join(f"{state:>10}" for state in ("pages", *SHOWN))]
    for locale in dict.fromkeys(each.locale for each in found):
        ours = [each for each in found if each.locale == locale]
        counts = [sum(each.counts[state] for each in ours) for state in SHOWN]
        lines.append(
            f"{locale:10}" + "".join(f"{count:>10}" for count in (sum(each.is_there for each in ours), *counts))
        )
    for each in found:
        file = f"docs/{each.locale}/{each.original.path}"
        lines += [] if each.is_there else [f"{file}: missing"]
        lines += [f"{file}:{place.line}: {place.state}: {place.words}" for place in each.places]
    return "\n".join(lines)


def _shown(pair: Pair) -> str:
    state = pair.standing.state
    return "stale" if state == "gone" else state


def _places(page: Page, original: Page, pairs: list[Pair]) -> Iterator[Place]:
    for number, pair in enumerate(pairs, 1):
        if (state := _shown(pair)) in ("look", "stale", "missing"):
            unit = pair.translation or pair.english
            words = (
                original.words_of(pair.english) if pair.english else page.words_of(pair.translation or page.units[0])
            )
            yield Place(state, name_of(pair, number), unit.line if unit else 1, words[:80])
