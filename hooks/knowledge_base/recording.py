"""Keeps the records of translations: what `make translations` and `make review` do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .locale import SOURCE, TRANSLATIONS
from .page import Page
from .problem import Problem
from .record import read_record, write_record
from .standing import Pair, Standing, begin, follow, review
from .unit import Mark, Unit

if TYPE_CHECKING:
    from .library import Library

RULE = "reviewers"
Key = tuple[str, str]


@dataclass(frozen=True)
class Records:
    """The standings that are recorded, by locale and page.

    problems  those of the files that could not be read, or not wholly
    damaged   the locales and pages of these files
    """

    standings: Mapping[Key, list[Standing]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    damaged: frozenset[Key] = frozenset()


def file_of(docs: Path, locale: str, path: str) -> Path:
    """Where the record of a page lies: docs/.translations/lo/values/equity.yml."""
    return (docs / TRANSLATIONS / locale / path).with_suffix(".yml")


def read_records(docs: Path) -> Records:
    """All records below `docs/.translations/<locale>/`."""
    standings: dict[Key, list[Standing]] = {}
    problems: list[Problem] = []
    damaged: set[Key] = set()
    for file in sorted((docs / TRANSLATIONS).glob("*/**/*.yml")):
        locale, _, below = file.relative_to(docs / TRANSLATIONS).as_posix().partition("/")
        path = f"{below.removesuffix('.yml')}.md"
        name = f"{docs.name}/{file.relative_to(docs).as_posix()}"
        standings[locale, path], wrong = read_record(file, name, path)
        if wrong:
            problems += wrong
            damaged.add((locale, path))
    return Records(standings, tuple(problems), frozenset(damaged))


def stand_now(
    pages: Mapping[Key, Page], records: Records, today: str = "", origin: str = "person"
) -> Iterator[tuple[Key, list[Pair]]]:
    """Each translated page's units beside the English ones, now.

    `today` and `origin` say when and by whom was made what no record knows.
    """
    for (locale, path), page in pages.items():
        original = None if locale == SOURCE else pages.get((SOURCE, path))
        if original is None:
            continue
        recorded = records.standings.get((locale, path)) or _from_elsewhere(pages, records, locale, original.units)
        if recorded:
            yield (locale, path), follow(recorded, original.units, page.units, original.blob, today, origin)
        else:
            first = Standing(Mark("", "", ""), blob=original.blob, state="draft", origin=origin, date=today)
            yield (locale, path), begin(original.units, page.units, first)


def _from_elsewhere(
    pages: Mapping[Key, Page], records: Records, locale: str, english: tuple[Unit, ...]
) -> list[Standing]:
    """What records of pages that are gone say of a new page's units: the page was renamed, split or merged."""
    marks = {unit.mark for unit in english}
    return [
        standing
        for (there, path), found in records.standings.items()
        if there == locale and (there, path) not in pages
        for standing in found
        if standing.english in marks
    ]


def update_records(docs: Path, pages: Mapping[Key, Page], today: str, origin: str = "person") -> list[Path]:
    """Writes the records that changed, takes away those of pages that are gone, and returns these files.

    A damaged record is left as it is: it may hold reviews that can still be saved.
    """
    records = read_records(docs)
    wanted = {
        file_of(docs, locale, path): write_record(path, [pair.standing for pair in pairs])
        for (locale, path), pairs in stand_now(pages, records, today, origin)
        if (locale, path) not in records.damaged
    }
    changed: list[Path] = []
    for file, text in wanted.items():
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            changed.append(file)
    for locale, path in records.standings:
        file = file_of(docs, locale, path)
        if (locale, path) not in pages and (locale, path) not in records.damaged:
            file.unlink()
            changed.append(file)
    return changed


def mark_reviewed(
    library: "Library", docs: Path, key: Key, reviewer: str, today: str, section: str = ""
) -> tuple[int, list[Problem]]:
    """Writes down that somebody reviewed a page, or the part of it under an anchor, and says how many units.

    A review says of each unit that it is right for the English as it is now. Nothing is written where a problem is
    found: the page is not there, the reviewer is not named for the language, nothing is under the anchor.
    """
    locale, path = key
    page, file = library.pages.get(key), f"{docs.name}/{locale}/{path}"
    known = library.reviewers.of(locale)
    if page is None or library.original_of(page) is None:
        return 0, [
            Problem(file, 1, RULE, "there is no such translation", "Name it as in LOCALE=lo PAGE=values/equity.")
        ]
    if reviewer not in known:
        named = f"Named are: {', '.join(known)}." if known else "Nobody is named yet."
        remedy = f"Add `{reviewer}: [{locale}]` there if they wish it. {named}"
        return 0, [
            Problem(library.reviewers.file, 1, RULE, f"{reviewer} is not named as a reviewer of {locale}", remedy)
        ]
    if key in library.records.damaged:
        return 0, list(library.records.problems)
    blob = library.pages[SOURCE, path].blob
    chosen = [
        (pair, pair.translation is not None and pair.english is not None and is_under(page, pair.translation, section))
        for pair in library.pairs_of(page)
    ]
    count = sum(is_chosen for _, is_chosen in chosen)
    if not count:
        return 0, [Problem(file, 1, RULE, f"nothing stands under #{section}", "Name an anchor of the page.")]
    standings = [review(pair, blob, reviewer, today) if is_chosen else pair.standing for pair, is_chosen in chosen]
    record = file_of(docs, locale, path)
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(write_record(path, standings), encoding="utf-8")
    return count, []


def is_under(page: Page, unit: Unit, anchor: str) -> bool:
    """Whether a unit bears an anchor or stands under the heading that does; everything is under no anchor at all."""
    if not anchor or unit.anchor == anchor:
        return True
    above: dict[int, str] = {}
    levels = {block.line: block.level for block in page.blocks if block.level}
    for each in page.units:
        if level := levels.get(each.line, 0):
            above = {known: name for known, name in above.items() if known < level} | {level: each.anchor}
        if each == unit:
            return anchor in above.values()
    return False
