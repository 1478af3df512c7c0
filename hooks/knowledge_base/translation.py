"""A translation: what it takes over from the English page, and what it says of itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from markdown.extensions.toc import slugify

from .page import LOADER, Page
from .problem import Problem

STATES = ("draft", "reviewed")
ORIGINS = ("machine", "person")

# A title without an attribute list.
TITLE = re.compile(r"^(# .*[^}\s])[ \t]*$", re.MULTILINE)

# What the English page alone says: a translation leaves it out.
KEPT = ("kind", "number", "set", "count")
KEPT_OF_SOURCE = ("date", "address", "language")


@dataclass(frozen=True)
class Status:
    """What a translated page says of itself.

    state     one of STATES
    origin    who made the draft, one of ORIGINS
    reviewer  who reviewed it, as they wish to be named; "" for a draft
    date      of the review, or of the draft, in ISO 8601
    """

    state: str = "draft"
    origin: str = "machine"
    reviewer: str = ""
    date: str = ""


@dataclass(frozen=True)
class Statuses:
    """The statuses of one locale: `file` as problems name it, one for all pages, and those of single pages by path.

    lines  where each page's entry stands; the entry for all pages under ""
    given  the entries as they are written, for the rules
    """

    file: str
    default: Status = Status()
    pages: Mapping[str, Status] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def of(self, path: str) -> Status:
        """The status of a page."""
        return self.pages.get(path, self.default)


def read_statuses(file: Path, name: str) -> tuple[Statuses, list[Problem]]:
    """The statuses in `docs/.translations/<locale>/status.yml`; `name` is the file as problems name it.

    all: { state: draft, origin: machine, date: 2026-11-24 }
    pages:
      glossary.md: { state: reviewed, origin: machine, reviewer: Somchai, date: 2027-01-15 }
    """
    try:
        text = file.read_text(encoding="utf-8")
        given = yaml.load(text, Loader=LOADER)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = f"this is not YAML: {getattr(error, 'problem', None) or error}"
        remedy = "Write it as in the other locales' files."
        return Statuses(name), [Problem(name, mark.line + 1 if mark else 1, "status", message, remedy)]
    given = given if isinstance(given, dict) else {}
    pages = given.get("pages")
    listed = pages if isinstance(pages, dict) else {}
    entries: dict[str, Any] = {"": given.get("all"), **{str(path): entry for path, entry in listed.items()}}
    rows = text.split("\n")
    lines = {
        path: next((n for n, row in enumerate(rows, 1) if re.match(rf"\s*{re.escape(path or 'all')}\s*:", row)), 1)
        for path in entries
    }
    read = {path: _status(entry) for path, entry in entries.items()}
    return Statuses(name, read.pop(""), read, lines, entries), []


def _status(entry: object) -> Status:
    known = entry if isinstance(entry, dict) else {}
    return Status(**{key: str(known[key]) for key in Status.__dataclass_fields__ if key in known})


def take_over(page: Page, original: Page | None) -> Page:
    """A translated page with what only its English original says: its kind, its number, its source's dates."""
    if original is None:
        return page
    meta = {**{key: original.meta[key] for key in KEPT if key in original.meta}, **page.meta}
    if "counted_by" in original.meta:
        meta.setdefault("counted_by", original.meta["counted_by"])
    if "source" in original.meta:
        both = original.meta["source"], page.meta.get("source")
        meta["source"] = {key: value for given in both if isinstance(given, dict) for key, value in given.items()}
    return replace(page, meta=meta)


def pin_title(markdown: str, original: Page) -> str:
    """A translated page's Markdown with the English anchor at its title; all other anchors are written in the page."""
    title = next((block.text for block in original.blocks if block.level == 1), "")
    return TITLE.sub(rf"\1 {{ #{slugify(title, '-')} }}", markdown, count=1)
