"""YAML that strangers may write: mappings, lists and words. What makes programs of it is refused, unread."""

import json
import re
from typing import Any, NamedTuple

import yaml

# libyaml is ten times as fast; a Python built without it reads the same.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Only with one of these signs before a word a text can have a tag, an anchor or an alias.
SIGN = re.compile(r"[&*!](?=[^\s&*])")
NESTING = re.compile(r"[\[\]{}]|(?:[-?:][ ]+){9}")
STEP = {"[": 1, "{": 1, "]": -1, "}": -1}
DEEPEST = 20
# A number in hexadecimal, or in sixtieths, that Python reads and then refuses to write.
LONG_NUMBER = re.compile(r"[0-9][0-9a-fA-FxXo_:]{999}")
UNSEEN = re.compile(r"[^ -~]")


class Spot(NamedTuple):
    """Where in the text something stands: its line, from 0, as PyYAML counts."""

    line: int


class Refused(yaml.YAMLError):
    """YAML that is not read; `problem` and `problem_mark` as in PyYAML's own errors."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.problem, self.problem_mark = problem, Spot(line)


def load(text: str) -> Any:
    """What a text in YAML says; `yaml.YAMLError` where it cannot be read, or must not.

    Tags (`!!python/…`, `!ENV`) ask for more than data. An alias repeats what an anchor names: a few lines become
    gigabytes as soon as something writes them out. Brackets a hundred thousand deep end the program inside libyaml.
    """
    _refuse_depth(text)
    if SIGN.search(text):
        for event in yaml.parse(text, Loader=LOADER):
            line = event.start_mark.line if event.start_mark else 0
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Refused("anchors and aliases are not read", line)
            if getattr(event, "tag", None):
                raise Refused("tags are not read", line)
    read = yaml.load(text, Loader=LOADER)
    if number := LONG_NUMBER.search(text):
        try:
            repr(read)
        except ValueError:
            raise Refused("this number is too long", text.count("\n", 0, number.start())) from None
    return read


def scalar(words: str) -> str:
    """Words so that `load` reads them as they are, in one line: plain where that is possible."""
    try:
        plain = "\n" not in words and load(f"key: {words}") == {"key": words}
    except (yaml.YAMLError, ValueError):
        plain = False
    return words if plain else quoted(words)


def quoted(words: str) -> str:
    """Words in quotation marks: as JSON writes them, and what nobody sees by its number, since YAML refuses some."""
    return UNSEEN.sub(_shown, json.dumps(words, ensure_ascii=False))


def _shown(char: re.Match[str]) -> str:
    return char[0] if char[0].isprintable() else f"\\U{ord(char[0]):08X}"


def _refuse_depth(text: str) -> None:
    """Brackets may stand in words too: where there are many, the depth is counted as libyaml sees it."""
    depth = 0
    if not _may_be_deep(text):
        return
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth >= DEEPEST:
            raise Refused("this is nested too deep", event.start_mark.line if event.start_mark else 0)


def _may_be_deep(text: str) -> bool:
    depth = 0
    for match in NESTING.finditer(text):
        depth += STEP.get(match[0], DEEPEST)
        if depth >= DEEPEST:
            return True
    return False
