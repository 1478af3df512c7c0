"""The term base of a locale: one rendering for each key term, and the renderings that must not appear."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

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
    remedy = "Write a list; each entry has the English `term` and the list of its `renderings`."
    if root is None or not isinstance(given, list):
        return TermBase(name), [Problem(name, 1, RULE, "this is not a list of terms", remedy)]
    terms: list[Term] = []
    problems: list[Problem] = []
    for node, entry in zip(root.value, given, strict=True):
        line = node.start_mark.line + 1
        if term := _term(entry, line):
            terms.append(term)
        else:
            problems.append(Problem(name, line, RULE, "this is not a term with its renderings", remedy))
    return TermBase(name, tuple(terms)), problems


def _term(entry: object, line: int) -> Term | None:
    """The term of an entry; None where it has no term, no renderings, or words where a list should be."""
    given = entry if isinstance(entry, dict) else {}
    lists = [given.get(key) or [] for key in ("forms", "renderings", "avoid")]
    if not given.get("term") or not lists[1] or not all(isinstance(each, list) for each in lists):
        return None
    forms, renderings, avoid = (tuple(str(words) for words in each) for each in lists)
    term = str(given["term"])
    return Term(term, forms or (term,), renderings, avoid, str(given.get("status") or "K"), line)
