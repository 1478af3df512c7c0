"""The rules: one file each, named after what it checks. A rule takes the library and yields problems."""

from collections.abc import Callable, Iterable

from ..library import Library
from ..problem import Problem
from . import (
    addresses,
    bibliography,
    characters,
    concepts,
    drawings,
    files,
    front_matter,
    inclusions,
    labels,
    leftovers,
    links,
    locales,
    lost,
    markup,
    navigation,
    passages,
    pictures,
    quotations,
    quoted_words,
    records,
    signs,
    terms,
    translations,
    words,
)

Rule = Callable[[Library], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    bibliography.check,
    passages.check,
    quotations.check,
    quoted_words.check,
    concepts.check,
    links.check,
    inclusions.check,
    pictures.check,
    navigation.check,
    locales.check,
    lost.check,
    translations.check,
    leftovers.check,
    characters.check,
    terms.check,
    labels.check,
    records.check,
    signs.check,
    files.check,
    markup.check,
    front_matter.check,
    addresses.check,
    drawings.check,
    words.check,
)


def find_problems(library: Library) -> list[Problem]:
    """All problems of all rules, those of files that could not be read among them, by path and line."""
    found = set(library.unreadable)
    for rule in RULES:
        found.update(rule(library))
    return sorted(found)
