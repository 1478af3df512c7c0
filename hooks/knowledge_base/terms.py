"""The term base of a locale: one rendering for each key term, and the renderings that must not appear."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path

from .problem import Problem
from .wording import tidy

RULE = "terms"
COLUMNS = ("term", "forms", "preferred", "allowed", "forbidden", "status")


@dataclass(frozen=True)
class Term:
    """A key term.

    term        the English term: "decent work"
    forms       how it may stand in an English text: ("decent work",)
    renderings  how it may stand in the translation, the preferred one first
    avoid       renderings that are wrong and stand nowhere in the locale
    status      "S" sourced, "W" weakly sourced, "K" chosen by us and to be confirmed by a specialist
    line        the line of the file
    """

    term: str
    forms: tuple[str, ...]
    renderings: tuple[str, ...]
    avoid: tuple[str, ...]
    status: str
    line: int

    def may_stand_in(self, english: str) -> bool:
        """Whether one of its forms is somewhere in an English text in lower case: a quick look before `pattern`'s."""
        return any(form.lower() in english for form in self.forms)

    @cached_property
    def folded_renderings(self) -> tuple[str, ...]:
        """Its renderings, tidied and in lower case."""
        return tuple(tidy(each).lower() for each in self.renderings)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of its English forms, as whole words and in the plural too; "self-governance" has no "governance"."""
        forms = "|".join(re.escape(form) for form in sorted(self.forms, key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{forms})(?:e?s)?(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True)
class TermBase:
    """The terms of one locale; `file` as problems name it."""

    file: str
    terms: tuple[Term, ...] = ()


def read_terms(file: Path, name: str) -> tuple[TermBase, list[Problem]]:
    """The term base in `docs/.translations/<locale>/terms.csv`; `name` is the file as problems name it.

    A table that any spreadsheet opens, with the columns COLUMNS; several words in one cell are parted by `;`.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
        rows = csv.DictReader(StringIO(text, newline=""), strict=True)
        given = [(rows.line_num, row) for row in rows]
    except (UnicodeDecodeError, csv.Error) as error:
        return TermBase(name), [
            Problem(name, 1, RULE, f"this table cannot be read: {error}", "Save it as CSV, in UTF-8.")
        ]
    if lacking := [column for column in COLUMNS if column not in (rows.fieldnames or [])]:
        remedy = f"Write this line first: {','.join(COLUMNS)}"
        return TermBase(name), [Problem(name, 1, RULE, f"there is no column {', '.join(lacking)}", remedy)]
    terms: list[Term] = []
    problems: list[Problem] = []
    for line, row in given:
        if not all((row[column] or "").strip() for column in ("term", "preferred")) or None in row:
            remedy = "Write the English term, the preferred rendering, and no more cells than there are columns."
            problems.append(Problem(name, line, RULE, "this is not a term with its rendering", remedy))
        else:
            terms.append(_term(row, line))
    return TermBase(name, tuple(terms)), problems


def _term(row: Mapping[str, str], line: int) -> Term:
    forms, allowed, forbidden = (
        tuple(words for each in (row[column] or "").split(";") if (words := each.strip()))
        for column in ("forms", "allowed", "forbidden")
    )
    renderings = row["preferred"].strip(), *allowed
    return Term(row["term"].strip(), forms or (row["term"].strip(),), renderings, forbidden, row["status"] or "K", line)
