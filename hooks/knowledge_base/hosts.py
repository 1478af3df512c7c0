"""The hosts and mail addresses that pages may lead to: a list in `mkdocs.yml`, which only maintainers change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .plain_yaml import LOADER


@dataclass(frozen=True)
class Hosts:
    """The hosts ("www.ilo.org") and mail addresses, each with why; `file` as problems name it."""

    file: str = "mkdocs.yml"
    known: Mapping[str, str] = field(default_factory=dict)


def read_hosts(config: Path) -> Hosts:
    """The hosts under `extra: hosts:` of a configuration; none where it has none. Tags like !ENV are read over."""
    node: yaml.Node | None = yaml.compose(config.read_text(encoding="utf-8"), Loader=LOADER)
    for key in ("extra", "hosts"):
        values = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in values if name.value == key), None)
    given = node.value if isinstance(node, yaml.MappingNode) else []
    return Hosts(config.name, {str(host.value): str(why.value) for host, why in given})
