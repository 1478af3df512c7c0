"""Each text lies compressed beside itself, for servers that send such files as they are."""

import gzip
import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from ..whole_file import kept

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
FORMS: dict[str, Callable[[bytes], bytes]] = {
    ".br": lambda content: bytes(brotli.compress(content, quality=11)),
    ".gz": lambda content: gzip.compress(content, 9, mtime=0),
}


def compress(site: Path, cache: Path) -> None:
    """Puts the compressed forms beside each text of the site, where they are smaller.

    The best compression takes long: what was compressed before is taken from the cache, named by its content. What
    this build has not asked for leaves the cache.
    """
    cache.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[Path]] = {}
    for file in sorted(site.rglob("*")):
        if file.suffix in TEXTS and file.is_file():
            files.setdefault(hashlib.sha256(file.read_bytes()).hexdigest(), []).append(file)
    # Compressing leaves Python free to go on: threads use all cores.
    with ThreadPoolExecutor() as workers:
        list(workers.map(lambda key: _compress(key, files[key], cache), files))
    for old in cache.iterdir():
        if old.stem not in files and old.suffix in FORMS:
            old.unlink(missing_ok=True)


def compress_files(files: Iterable[Path]) -> None:
    """Puts the compressed forms beside these few files; for many, `compress` keeps what took long."""
    for place, content, form in _forms_of(files):
        place.write_bytes(form(content))


def compress_again(files: Iterable[Path]) -> None:
    """Writes those compressed forms of changed files anew that lie beside them."""
    for place, content, form in _forms_of(files):
        if place.is_file():
            place.write_bytes(form(content))


def _forms_of(files: Iterable[Path]) -> Iterator[tuple[Path, bytes, Callable[[bytes], bytes]]]:
    for file in files:
        content = file.read_bytes()
        for ending, form in FORMS.items():
            yield file.with_name(file.name + ending), content, form


def _compress(key: str, files: list[Path], cache: Path) -> None:
    """Compresses the content that these files share."""
    content = files[0].read_bytes()
    for ending, form in FORMS.items():
        compressed = kept(cache / f"{key}{ending}", partial(form, content))
        if len(compressed) < len(content):
            for file in files:
                file.with_name(file.name + ending).write_bytes(compressed)
