"""The term base of a locale: one rendering for each key term, and the renderings that must not appear."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .page import LOADER
from .problem import Problem
from .wording import tidy

RULE = "terms"


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
    """The term base in `docs/.translations/<locale>/terms.yml`; `name` is the file as problems name it."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=LOADER)
        given = yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = f"this is not YAML: {getattr(error, 'problem', None) or error}"
        return TermBase(name), [
            Problem(name, mark.line + 1 if mark else 1, RULE, message, "Write it as in the other locales' files.")
        ]
    terms: list[Term] = []
    problems: list[Problem] = []
    for node, entry in zip(getattr(root, "value", []), given if isinstance(given, list) else [], strict=False):
        line = node.start_mark.line + 1
        if isinstance(entry, dict) and entry.get("term") and entry.get("renderings"):
            terms.append(_term(entry, line))
        else:
            message = "a term without `term` or `renderings`"
            problems.append(Problem(name, line, RULE, message, "Write the English term and how it is rendered."))
    return TermBase(name, tuple(terms)), problems


def _term(entry: Mapping[str, Any], line: int) -> Term:
    term = str(entry["term"])
    forms, renderings, avoid = (
        tuple(str(each) for each in (entry.get(key) or ())) for key in ("forms", "renderings", "avoid")
    )
    return Term(term, forms or (term,), renderings, avoid, str(entry.get("status") or "K"), line)
