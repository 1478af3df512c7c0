"""What our own code says to readers: the one place where its words stand, by the locale of the build."""

from collections.abc import Callable
from datetime import date
from gettext import NullTranslations

Labels = Callable[[str], str]


def labels_for(locale: str) -> Labels:
    """The labels of a locale, as a function from the English words to that locale's; English itself needs no catalogue.

    The words in the code are English and keep their {places} for `str.format`.
    """
    return NullTranslations().gettext


def format_date(day: str) -> str:
    """A day in ISO 8601 ("2022-06-10") as a reader writes it, "10 June 2022"; a year or a month alone stays."""
    if day.count("-") < 2:
        return day
    parsed = date.fromisoformat(day)
    return f"{parsed.day} {parsed:%B} {parsed.year}"
