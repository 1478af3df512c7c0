"""Reviewers: who is fluent in which language, and is named on the pages that they reviewed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .plain_yaml import load
from .problem import Problem

RULE = "reviewers"
REMEDY = "Write each as `Name as they wish to be shown: [lo, th]`, with the folders of their languages."


@dataclass(frozen=True)
class Reviewers:
    """Who may review: `file` as problems name it, `locales` those of each reviewer by name."""

    file: str = ""
    locales: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, locale: str) -> list[str]:
        """The names of those who are named for a locale."""
        return [name for name, locales in self.locales.items() if locale in locales]


def read_reviewers(file: Path, name: str) -> tuple[Reviewers, list[Problem]]:
    """The reviewers in `docs/.translations/reviewers.yml`; nobody where it is missing. `name` as problems name it."""
    if not file.is_file():
        return Reviewers(name), []
    try:
        text = file.read_text(encoding="utf-8")
        given = load(text)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = f"this is not YAML: {getattr(error, 'problem', None) or error}"
        return Reviewers(name), [Problem(name, mark.line + 1 if mark else 1, RULE, message, REMEDY)]
    if given is None:
        return Reviewers(name), []
    if not isinstance(given, dict):
        return Reviewers(name), [Problem(name, 1, RULE, "this is not a list of reviewers", REMEDY)]
    known: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    lines = text.split("\n")
    for who, locales in given.items():
        if isinstance(locales, list) and locales and all(isinstance(each, str) for each in locales):
            known[str(who)] = tuple(locales)
        else:
            line = next((number for number, row in enumerate(lines, 1) if row.startswith(str(who))), 1)
            problems.append(Problem(name, line, RULE, f"nothing says which languages {who} reviews", REMEDY))
    return Reviewers(name, known), problems
