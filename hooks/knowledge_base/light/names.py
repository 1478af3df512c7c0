"""Files that are named by what they hold: a browser may keep them for good, since other content has another name."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

LENGTH = 8


def named(path: str, content: bytes) -> str:
    """The path with a hash of the content in its name: `site.css` becomes `site.1f3a5c79.css`."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:LENGTH]}.{ending}"


def rename(site: Path, paths: Iterable[str]) -> dict[str, str]:
    """Renames files of the site by their content; says which names they had and have, below the site's folder."""
    renamed = {path: named(path, (site / path).read_bytes()) for path in paths}
    for old, new in renamed.items():
        (site / old).rename(site / new)
    return renamed


def refer(text: str, renamed: dict[str, str]) -> str:
    """The text with the new names of the files that it asks for."""
    for old, new in renamed.items():
        text = text.replace(old, new)
    return text
