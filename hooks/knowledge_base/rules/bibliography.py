"""A page under `sources/` carries a whole bibliography; what is not known is said to be "unknown" or "none"."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from ..library import Library
from ..locale import SOURCE
from ..problem import Problem
from ..source import Bibliography, Source, is_source_page

RULE = "bibliography"
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
ANSWERS = ("unknown", "none")
ADDRESS = re.compile(r"https?://\S+")


def check(library: Library) -> Iterator[Problem]:
    """Problems of the bibliographies."""
    for page in library.pages.values():
        in_folder = page.path.startswith("sources/") and page.path != "sources/index.md"
        if in_folder and not is_source_page(page):
            fields = ", ".join(Bibliography.required())
            remedy = f"Add `source:` to the front matter, with {fields}."
            yield Problem(page.file, 1, RULE, "a source without a bibliography", remedy)
    for (locale, _), source in library.sources.items():
        if locale == SOURCE:  # a translation takes over what it does not say
            yield from _check_fields(source)


def _check_fields(source: Source) -> Iterator[Problem]:
    page, known = source.page, source.bibliography
    for name, value in asdict(known).items():
        if not value and name in Bibliography.required():
            remedy = (
                f"Add `{name}:` below `source:`; write `unknown` where it is not known, `none` where there is none."
            )
            yield Problem(page.file, page.line_of("source"), RULE, f"the bibliography lacks `{name}`", remedy)
    for name, is_readable, example in (
        ("date", _is_date, "2022-06-10"),
        ("address", ADDRESS.fullmatch, "https://www.example.org/text"),
        ("archive", ADDRESS.fullmatch, "https://archive.example.org/2026/text"),
        ("dead", _is_day, "2026-06-10"),
    ):
        value = getattr(known, name)
        if value not in ("", *(ANSWERS if name in Bibliography.required() else ())) and not is_readable(value):
            line = page.line_of(name)
            or_not = ", or `unknown`" if name in Bibliography.required() else ", or take the line out"
            remedy = f"Write it like {example}{or_not}."
            yield Problem(page.file, line, RULE, f"`{name}` cannot be read", remedy, page.text_of(line), value)
    if known.dead and not ADDRESS.fullmatch(known.address):
        line = page.line_of("dead")
        remedy = "Take the line out, or give the address that was found dead."
        yield Problem(page.file, line, RULE, "`dead` is said of no address", remedy, page.text_of(line))


def _is_day(value: str) -> bool:
    return len(value) == len("2026-06-10") and _is_date(value)


def _is_date(value: str) -> bool:
    """Whether it is a day of the calendar in ISO 8601, or a month or a year alone."""
    if not DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True
