"""The navigation in `mkdocs.yml`, with the lines that it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .plain_yaml import LOADER


@dataclass(frozen=True)
class Entry:
    """A page that the navigation names, and the line of `mkdocs.yml` that does."""

    path: str
    line: int


@dataclass(frozen=True)
class Navigation:
    """All pages that the navigation names; `file` as problems name it, `line` where the navigation begins."""

    file: str
    line: int
    entries: tuple[Entry, ...]


def read_navigation(config: Path) -> Navigation | None:
    """The navigation of a configuration; None where it has none. Tags like !ENV are read over, not obeyed."""
    root = yaml.compose(config.read_text(encoding="utf-8"), Loader=LOADER)
    if not isinstance(root, yaml.MappingNode):
        return None
    for key, value in root.value:
        if key.value == "nav":
            return Navigation(config.name, key.start_mark.line + 1, tuple(_entries(value)))
    return None


def _entries(node: yaml.Node) -> Iterator[Entry]:
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            yield Entry(node.value, node.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _entries(child)
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _entries(child)
