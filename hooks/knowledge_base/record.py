"""Records of translations: one file for each translated page, written by a command and never by hand."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .plain_yaml import load, quoted, scalar
from .problem import Problem
from .standing import ORIGINS, STATES, Standing
from .unit import Mark

RULE = "records"
HEAD = """\
# What each block of this page was made from. Written by `make translations`; not for editing.
page: {page}
blocks:
"""
# The path of a page that YAML reads as it stands: quicker than to try.
PLAIN = re.compile(r"[a-z][\w/-]*\.md")
# An entry as `write_record` writes it, of signs that YAML reads as they stand.
ENTRY = re.compile(r"  - \{ ((?:[a-z-]+: \"[\w ./:()'-]*\"(?:, (?=[a-z])| (?=\})))+)\}")
PART = re.compile(r'([a-z-]+): "([^"]*)"')
REMEDY = "Take it from the repository's history, or delete the file and run `make translations`."


def write_record(page: str, standings: Sequence[Standing]) -> str:
    """The text of a page's record; `page` is its path below the locale: "values/equity.md"."""
    return _head(page) + "".join(f"  - {{ {_entry(standing)} }}\n" for standing in standings)


def _head(page: str) -> str:
    return HEAD.format(page=page if PLAIN.fullmatch(page) else scalar(page))


def _entry(standing: Standing) -> str:
    translation = standing.translation or Mark("", "", "")
    parts = {
        "block": standing.english.kind,
        "anchor": standing.english.anchor,
        "english": standing.english.fingerprint,
        "translation": translation.fingerprint,
        "made-from": "" if standing.made_from == standing.english.fingerprint else standing.made_from,
        "blob": standing.blob,
        "state": standing.state,
        "origin": standing.origin,
        "reviewer": standing.reviewer,
        "date": standing.date,
    }
    return ", ".join(f"{name}: {quoted(text)}" for name, text in parts.items() if text)


def read_record(file: Path, name: str, page: str) -> tuple[list[Standing], list[Problem]]:
    """The standings in a page's record, and what is wrong with it; `name` is the file as problems name it.

    What is wrong is left out: its unit then counts as one of which nothing is recorded.
    """
    try:
        text = file.read_text(encoding="utf-8")
        given = _as_written(text, page) or load(text)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or error
        return [], [Problem(name, mark.line + 1 if mark else 1, RULE, f"this record is not YAML: {said}", REMEDY)]
    given = given if isinstance(given, dict) else {}
    if given.get("page") != page:
        message = f"this is the record of {given.get('page') or 'no page'}, not of {page}"
        return [], [Problem(name, 1, RULE, message, REMEDY)]
    blocks = given.get("blocks")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith("  - ")]
    standings: list[Standing] = []
    problems: list[Problem] = []
    for index, block in enumerate(blocks if isinstance(blocks, list) else []):
        line = lines[index] if index < len(lines) else 1
        if isinstance(block, dict) and (standing := _read(block)):
            standings.append(standing)
        else:
            problems.append(Problem(name, line, RULE, "this is no record of a block", REMEDY))
    return standings, problems


def _as_written(text: str, page: str) -> dict[str, Any] | None:
    """What YAML reads in a record that is as `write_record` writes it; None in any other.

    There is a record for each translated page, and YAML takes ten times as long.
    """
    head = _head(page)
    if not text.startswith(head):
        return None
    entries = [ENTRY.fullmatch(line) for line in text[len(head) :].removesuffix("\n").split("\n")]
    if not all(entries):
        return None
    return {"page": page, "blocks": [dict(PART.findall(entry[1])) for entry in entries if entry]}


def _read(block: Mapping[str, Any]) -> Standing | None:
    """The standing that an entry says; None where it lacks what each has, or says what nothing can be."""
    given = {key: str(value) for key, value in block.items()}
    kind, anchor, english = (given.get(key, "") for key in ("block", "anchor", "english"))
    translation, state, origin = (given.get(key, "") for key in ("translation", "state", "origin"))
    if not kind or not english or state not in STATES or bool(translation) != (origin in ORIGINS):
        return None
    if not _is_day(given.get("date", "")):
        return None
    if not translation:
        return Standing(Mark(kind, anchor, english))
    return Standing(
        english=Mark(kind, anchor, english),
        translation=Mark(kind, anchor, translation),
        made_from=given.get("made-from", "") or english,
        blob=given.get("blob", ""),
        state=state,
        origin=origin,
        reviewer=given.get("reviewer", ""),
        date=given.get("date", ""),
    )


def _is_day(text: str) -> bool:
    """Whether it is a day in ISO 8601, or says nothing."""
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
