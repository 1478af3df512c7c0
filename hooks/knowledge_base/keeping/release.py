"""A release of one language: all files that a phone keeps of it, each with the hash of its content."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ..editions.built_site import BuiltSite

HANDOUTS = "handouts/"
# What lies beside a text is the same text.
COMPRESSED = (".br", ".gz")
LENGTH = 16


class File(NamedTuple):
    """A file as a list of the release has it: its hash, its size, and what it takes on the way, compressed by gzip."""

    hash: str
    size: int
    data: int


@dataclass(frozen=True)
class Release:
    """The files of a language by their paths: its pages and what they need, and apart from them its handouts."""

    pages: Mapping[str, File]
    handouts: Mapping[str, File]

    def name(self, about: str) -> str:
        """The name of the release: another one as soon as a file changes, or what is said `about` it."""
        listed = repr((sorted(self.pages.items()), sorted(self.handouts.items()), about))
        return hashlib.sha256(listed.encode()).hexdigest()[:LENGTH]

    def list(self, name: str) -> dict[str, Any]:
        """The list that a browser reads."""
        return {"release": name, "files": self.pages, "handouts": self.handouts}


def read_release(site: BuiltSite, locale: str) -> Release:
    """The release of a locale, as it lies in the built site."""
    paths = [path for path in (*site.pages(locale), *site.beside(locale)) if not path.endswith(COMPRESSED)]
    files = {path: _read(site.folder / path) for path in sorted(paths)}
    return Release(
        {path: file for path, file in files.items() if not path.startswith(HANDOUTS)},
        {path: file for path, file in files.items() if path.startswith(HANDOUTS)},
    )


def sizes(files: Iterable[File]) -> dict[str, int]:
    """How many files there are, what room they take, and how much comes over the line."""
    given = list(files)
    return {"count": len(given), "size": sum(file.size for file in given), "data": sum(file.data for file in given)}


def _read(file: Path) -> File:
    content = file.read_bytes()
    compressed = file.with_name(f"{file.name}.gz")
    data = compressed.stat().st_size if compressed.is_file() else len(content)
    return File(hashlib.sha256(content).hexdigest()[:LENGTH], len(content), data)
