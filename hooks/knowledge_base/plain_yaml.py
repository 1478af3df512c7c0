"""YAML that strangers may write: mappings, lists and words. What makes programs of it is refused, unread."""

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
    return yaml.load(text, Loader=LOADER)


def _refuse_depth(text: str) -> None:
    depth = 0
    for match in NESTING.finditer(text):
        depth += STEP.get(match[0], DEEPEST)
        if depth >= DEEPEST:
            raise Refused("this is nested too deep", text.count("\n", 0, match.start()))
