"""What our own code says to readers, in their language: a catalogue for each locale, in gettext's form (PO)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.messages.catalog import Message

from .catalogue_file import read_catalogue_file
from .locale import SOURCE, language_tag
from .problem import Problem


@dataclass(frozen=True)
class Labels:
    """The words of one locale. Called with the English words, gives that locale's; English needs no catalogue.

    The English words keep their {places} for `str.format`. Words without a translation stay English (the rules report
    them).
    """

    locale: str = SOURCE
    words: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, english: str) -> str:
        return self.words.get(english) or english

    def date(self, day: str) -> str:
        """A day in ISO 8601 ("2022-06-10") as readers of the locale write it; a year or a month alone stays."""
        if day.count("-") < 2:
            return day
        return _date(day, self.locale)


@cache  # the same few dates stand on hundreds of pages
def _date(day: str, locale: str) -> str:
    # English as most of Asia's organisations write it: "10 June 2022".
    form = "d MMMM y" if locale == SOURCE else "long"
    return format_date(date.fromisoformat(day), form, locale=language_tag(locale))


@dataclass(frozen=True)
class Entry:
    """One label of a catalogue: the English words, their translation, the line of the file, whether it is a guess."""

    english: str
    words: str
    line: int
    is_fuzzy: bool


@dataclass(frozen=True)
class Catalogue:
    """A PO file: `file` as problems name it."""

    file: str
    entries: tuple[Entry, ...]

    def labels(self, locale: str) -> Labels:
        """The catalogue as the labels of a locale; guesses that a tool made count as missing."""
        return Labels(locale, {entry.english: entry.words for entry in self.entries if not entry.is_fuzzy})


def read_catalogue(file: Path, name: str) -> tuple[Catalogue, list[Problem]]:
    """The catalogue in a PO file; one that cannot be read is empty and comes with the problem that says why.

    `name` is the file as problems name it.
    """
    remedy = "Mend the file; an editor for PO files such as Poedit keeps its form."
    found = read_catalogue_file(file.read_bytes(), name, "labels", remedy)
    if isinstance(found, Problem):
        return Catalogue(name, ()), [found]
    return Catalogue(name, tuple(_entry(message) for message in found if message.id)), []


def _entry(message: Message) -> Entry:
    return Entry(str(message.id), str(message.string or ""), message.lineno or 1, message.fuzzy)
