"""Locales: the folders below `docs/`, the language each stands for, and where the configuration names them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from .plain_yaml import LOADER

# The language of the sources and of our own text; the other locales are translations of it.
SOURCE = "en"
# static-i18n takes codes of two letters only; BCP 47 prefers "fil" for Filipino.
TAGS = {"tl": "fil"}
# Beside the pages: what belongs to a locale as a whole. The dot keeps it out of the site.
TRANSLATIONS = ".translations"


def language_tag(locale: str) -> str:
    """The language of a locale as `lang` and `hreflang` say it: the preferred tag of BCP 47."""
    return TAGS.get(locale, locale)


@dataclass(frozen=True)
class Locales:
    """The locales that the configuration names, each with its line and its name; `file` as problems name it.

    Those that are `beginning` need not have every label yet (see `beginning`).
    """

    file: str
    lines: Mapping[str, int]
    names: Mapping[str, str]
    beginning: frozenset[str] = frozenset()


def read_locales(config: Path) -> Locales | None:
    """The locales of a configuration's i18n plugin; None where it has none. Tags like !ENV are read over."""
    root = yaml.compose(config.read_text(encoding="utf-8"), Loader=LOADER)
    found = [
        (
            str(locale.value),
            locale.start_mark.line + 1,
            next((str(name.value) for name in _values(language, "name")), ""),
        )
        for plugins in _values(root, "plugins")
        for plugin in (plugins.value if isinstance(plugins, yaml.SequenceNode) else [])
        for i18n in _values(plugin, "i18n")
        for languages in _values(i18n, "languages")
        for language in languages.value
        for locale in _values(language, "locale")
    ]
    lines, names = {code: line for code, line, _ in found}, {code: name or code for code, _, name in found}
    begin = (node for extra in _values(root, "extra") for node in _values(extra, "beginning"))
    beginning = frozenset(str(each.value) for node in begin for each in node.value)
    return Locales(config.name, lines, names, beginning) if found else None


def _values(node: yaml.Node | None, key: str) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        yield from (value for name, value in node.value if name.value == key)
