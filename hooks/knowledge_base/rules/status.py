"""What a translation says of itself is true to its form: a known state and origin, and who reviewed it when."""

from collections.abc import Iterator
from datetime import date

from ..library import Library
from ..locale import SOURCE
from ..problem import Problem
from ..translation import ORIGINS, STATES, Status, Statuses

RULE = "status"


def check(library: Library) -> Iterator[Problem]:
    """Problems of the locales' `status.yml`."""
    for locale in sorted({locale for locale, _ in library.pages if locale != SOURCE}):
        statuses = library.statuses.get(locale)
        if statuses is None:
            file = f"docs/.translations/{locale}/status.yml"
            remedy = "Write `all: { state: draft, origin: machine, date: … }` in it, or what is true."
            yield Problem(file, 1, RULE, f"nothing says what the translations in {locale}/ are", remedy)
            continue
        for path, given in statuses.given.items():
            for message, remedy in _faults(given, statuses.pages.get(path, statuses.default)):
                yield Problem(statuses.file, statuses.lines[path], RULE, message, remedy, path)
        yield from _check_pages(library, locale, statuses)


def _check_pages(library: Library, locale: str, statuses: Statuses) -> Iterator[Problem]:
    for path in statuses.pages:
        if (locale, path) not in library.pages:
            message = f"there is no page {path} in {locale}/"
            yield Problem(statuses.file, statuses.lines[path], RULE, message, "Take the entry out.", path)


def _faults(given: object, status: Status) -> Iterator[tuple[str, str]]:
    if not isinstance(given, dict):
        yield (
            "an entry without `state` and `origin`",
            "Write it as { state: draft, origin: machine, date: 2026-11-24 }.",
        )
        return
    for key, known in (("state", STATES), ("origin", ORIGINS)):
        if given.get(key) not in known:
            yield f"the {key} {given.get(key)!r} is unknown", f"Write one of: {', '.join(known)}."
    for key in sorted(given.keys() - Status.__dataclass_fields__.keys()):
        yield f"an entry has no `{key}`", f"There are: {', '.join(Status.__dataclass_fields__)}."
    try:
        date.fromisoformat(status.date)
    except ValueError:
        yield f"the date {status.date!r} cannot be read", "Write it like 2026-11-24."
    if status.state == "reviewed" and not status.reviewer:
        yield "a review without a reviewer", "Write who reviewed it, as they wish to be named."
    if status.state != "reviewed" and status.reviewer:
        yield "a draft with a reviewer", "Write `state: reviewed`, or take the reviewer out."
