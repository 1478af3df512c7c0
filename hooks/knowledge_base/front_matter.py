"""The words in a page's front matter: what of it is translated, and how it is written."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from .page import Page
from .plain_yaml import load, scalar

WORDS = ("title", "description", "counted_by")
WORDS_OF_SOURCE = ("owner", "short_owner", "title", "number", "rights")
# Answers, not words: a translation takes them over.
ANSWERS = ("none", "unknown")


def words_in(page: Page) -> dict[str, str]:
    """What the page's own front matter says in words, in this order: "title", "source.owner" …

    Front matter that cannot be read says nothing: that it cannot is a problem of the page.
    """
    try:
        given = load(page.head)
    except (yaml.YAMLError, ValueError):
        return {}
    return dict(_words(given)) if isinstance(given, dict) else {}


def _words(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in WORDS:
        if isinstance(value := given.get(key), str):
            yield key, value
    of_source = source if isinstance(source := given.get("source"), dict) else {}
    for key in WORDS_OF_SOURCE:
        if isinstance(value := of_source.get(key), str) and value not in ANSWERS:
            yield f"source.{key}", value


def write_words(words: Mapping[str, str]) -> str:
    """The front matter of a translation that says these words, without the lines of dashes."""
    lines = [f"{key}: {scalar(words[key])}" for key in WORDS if words.get(key)]
    of_source = [key for key in WORDS_OF_SOURCE if words.get(f"source.{key}")]
    if of_source:
        lines += ["source:", *(f"  {key}: {scalar(words[f'source.{key}'])}" for key in of_source)]
    return "".join(f"{line}\n" for line in lines)
