"""Keeps the records of translations: what `make translations` does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from .library import TRANSLATIONS, Library
from .locale import SOURCE
from .page import Page
from .problem import Problem
from .record import read_record, write_record
from .standing import Standing, begin, follow
from .translation import Status
from .unit import Mark, Unit, read_units


@dataclass(frozen=True)
class Records:
    """The standings that are recorded, by locale and page, and the problems of the files that could not be read."""

    standings: Mapping[tuple[str, str], list[Standing]]
    problems: tuple[Problem, ...]


def file_of(docs: Path, locale: str, path: str) -> Path:
    """Where the record of a page lies: docs/.translations/lo/values/equity.yml."""
    return (docs / TRANSLATIONS / locale / path).with_suffix(".yml")


def read_records(docs: Path) -> Records:
    """All records below `docs/.translations/`; what belongs to a locale as a whole lies there beside them."""
    standings: dict[tuple[str, str], list[Standing]] = {}
    problems: list[Problem] = []
    for file in sorted((docs / TRANSLATIONS).glob("*/**/*.yml")):
        locale, _, below = file.relative_to(docs / TRANSLATIONS).as_posix().partition("/")
        if below in ("status.yml", "terms.yml"):
            continue
        path = f"{below.removesuffix('.yml')}.md"
        name = f"{docs.name}/{file.relative_to(docs).as_posix()}"
        standings[locale, path], wrong = read_record(file, name, path)
        problems += wrong
    return Records(standings, tuple(problems))


def stand_now(library: Library, records: Records, docs: Path, today: str) -> Iterator[tuple[Page, list[Standing]]]:
    """Each translated page with the standings of its units now."""
    for (locale, path), page in library.pages.items():
        original = library.original_of(page)
        if original is None:
            continue
        english, translated = read_units(original.body), read_units(page.body)
        blob = blob_of(docs / SOURCE / path)
        recorded = records.standings.get((locale, path)) or _from_elsewhere(library, records, locale, english)
        if recorded:
            yield page, follow(recorded, english, translated, blob, today)
        else:
            yield page, begin(english, translated, _first(library.status_of(page) or Status(), blob))


def _from_elsewhere(library: Library, records: Records, locale: str, english: tuple[Unit, ...]) -> list[Standing]:
    """What records of pages that are gone say of a new page's units: the page was renamed, split or merged."""
    marks = {unit.mark for unit in english}
    return [
        standing
        for (there, path), found in records.standings.items()
        if there == locale and (there, path) not in library.pages
        for standing in found
        if standing.english in marks
    ]


def _first(status: Status, blob: str) -> Standing:
    return Standing(
        Mark("", "", ""),
        blob=blob,
        state=status.state,
        origin=status.origin,
        reviewer=status.reviewer,
        date=status.date,
    )


def blob_of(file: Path) -> str:
    """The id that Git gives to a file with these bytes: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects."""
    given = file.read_bytes()
    return sha1(b"blob %d\0" % len(given) + given, usedforsecurity=False).hexdigest()


def update_records(library: Library, docs: Path, today: str) -> list[Path]:
    """Writes the records that changed, takes away those of pages that are gone, and returns these files."""
    records = read_records(docs)
    wanted = {
        file_of(docs, page.locale, page.path): write_record(page.path, standings)
        for page, standings in stand_now(library, records, docs, today)
    }
    changed: list[Path] = []
    for file, text in wanted.items():
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            changed.append(file)
    for locale, path in records.standings:
        file = file_of(docs, locale, path)
        if file not in wanted:
            file.unlink()
            changed.append(file)
    return changed
