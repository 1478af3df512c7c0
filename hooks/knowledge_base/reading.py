"""Reads a folder of pages and what lies beside them into a library."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .diagrams import read_diagrams
from .hosts import read_hosts
from .kept_parsing import remember
from .labels import read_catalogue
from .library import Library
from .locale import SOURCE, TRANSLATIONS, read_locales
from .navigation import read_navigation
from .page import Page, read_page
from .problem import Problem
from .recording import read_records
from .reviewers import read_reviewers
from .terms import read_terms
from .translation import take_over

Read = TypeVar("Read")


def read_library(docs: Path, config: Path | None = None, kept: Path | None = None) -> Library:
    """Reads every page below `docs/<locale>/`, what belongs to the locales, and the configuration beside it.

    `kept` is the file of what was parsed before (see `kept_parsing`).

    A file that cannot be read does not stop the others: it is among the library's `unreadable`. What begins with a dot
    is left out, as MkDocs does: editors leave such files behind.
    """
    pages: dict[tuple[str, str], Page] = {}
    unreadable: list[Problem] = []
    for file in sorted(docs.glob("*/**/*.md")):
        locale, _, path = file.relative_to(docs).as_posix().partition("/")
        if "/." in f"/{locale}/{path}" or not file.is_file():
            continue
        page, problems = read_page(file, locale, path, f"{docs.name}/{locale}/{path}")
        unreadable += problems
        if page:
            pages[locale, path] = page
    for (locale, path), page in pages.items():
        if locale != SOURCE:
            pages[locale, path] = take_over(page, pages.get((SOURCE, path)))
    if kept:
        remember(pages.values(), kept)
    config = config if config and config.is_file() else None
    diagrams, problems = read_diagrams(docs / "assets" / "images", f"{docs.name}/assets/images")
    unreadable += problems
    beside = docs / TRANSLATIONS
    catalogues = _read_each(beside, "*/labels.po", read_catalogue, unreadable)
    templates = _read_each(docs, f"{TRANSLATIONS}/labels.pot", read_catalogue, unreadable)
    reviewers, problems = read_reviewers(beside / "reviewers.yml", f"{docs.name}/{TRANSLATIONS}/reviewers.yml")
    unreadable += problems
    records = read_records(docs)
    return Library(
        pages=pages,
        navigation=read_navigation(config) if config else None,
        diagrams=diagrams,
        locales=read_locales(config) if config else None,
        template=templates.get(TRANSLATIONS),
        catalogues=catalogues,
        term_bases=_read_each(beside, "*/terms.csv", read_terms, unreadable),
        records=records,
        reviewers=reviewers,
        hosts=read_hosts(config) if config else None,
        root=docs.parent,
        unreadable=(*unreadable, *records.problems),
    )


def _read_each(
    folder: Path, form: str, read: Callable[[Path, str], tuple[Read, list[Problem]]], unreadable: list[Problem]
) -> dict[str, Read]:
    """What is read from each file of a form below a folder, by the name of the folder that the file lies in."""
    found: dict[str, Read] = {}
    for file in sorted(folder.glob(form)):
        docs = folder if folder.name != TRANSLATIONS else folder.parent
        found[file.parent.name], problems = read(file, f"{docs.name}/{file.relative_to(docs).as_posix()}")
        unreadable += problems
    return found
