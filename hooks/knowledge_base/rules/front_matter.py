"""The front matter has the keys that our pages have, and words behind them: no template, no style, nothing to run."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from ..library import Library
from ..page import Page
from ..plain_words import faults_in
from ..plain_yaml import load
from ..problem import Problem
from ..source import Bibliography

RULE = "front-matter"
KEYS = ("title", "description", "kind", "number", "set", "count", "counted_by", "shows", "sides", "source")
# MkDocs takes such a first line, without dashes around it, for front matter too.
WITHOUT_DASHES = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")


def check(library: Library) -> Iterator[Problem]:
    """Problems of the keys and the words of front matter."""
    for page in library.pages.values():
        if not page.head and WITHOUT_DASHES.match(page.body):
            remedy = "Write --- above and below the keys, or begin the page with its heading."
            text = page.text_of(page.start)
            yield Problem(page.file, page.start, RULE, "the engine takes this line for front matter", remedy, text)
        given = _read(page)
        # What was read of a translation has the English page's keys too: hence its own text.
        yield from _check(library, page, given, KEYS)
        source = given.get("source")
        if isinstance(source, dict):
            yield from _check(library, page, source, Bibliography.fields())


def _read(page: Page) -> Mapping[str, Any]:
    """The page's own front matter; nothing where it cannot be read, which is reported when the page is."""
    try:
        given = load(page.head)
    except (yaml.YAMLError, ValueError):
        return {}
    return given if isinstance(given, dict) else {}


def _check(library: Library, page: Page, given: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[Problem]:
    for key, value in given.items():
        line = page.line_of(str(key))
        text = page.text_of(line)
        if key not in keys:
            remedy = f"Take it out. There are: {', '.join(keys)}."
            yield Problem(page.file, line, RULE, f"`{key}` is no key of our pages", remedy, text, str(key))
        elif not isinstance(value, str | int | date) and not (key == "source" and isinstance(value, dict)):
            yield Problem(page.file, line, RULE, f"`{key}` has no plain words", "Write words in one line.", text)
        elif isinstance(value, str):
            for fault in faults_in(value, library.hosts):
                yield Problem(page.file, line, RULE, fault.message, fault.remedy, text, fault.spot)
            if key == "description" and '"' in value:
                message = "a plain quotation mark in the description"
                yield Problem(page.file, line, RULE, message, "Write “ and ”.", text, '"')
