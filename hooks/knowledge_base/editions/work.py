"""The work of making editions: one process for each language, nothing twice, and never a half of a file."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from importlib.metadata import version
from itertools import chain
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import NamedTuple, TypeVar

from ..whole_file import put

Given = TypeVar("Given")
LIBRARIES = ("libzim", "lxml", "pyicu-wheels")


class Made(NamedTuple):
    """An edition: its file, and what it has to do without."""

    file: Path
    lacks: str = ""


def make_each(make: Callable[[Given], Made], orders: Sequence[Given]) -> list[Made]:
    """What is made of each order, as many at once as there are cores."""
    cores = min(len(orders), os.cpu_count() or 1)
    # Processes of their own, since libzim talks, keeps memory, and could crash.
    with ProcessPoolExecutor(cores, get_context("spawn"), _be_silent) as pool:
        return list(pool.map(make, orders))


def put_kept(file: Path, kept: Path, write: Callable[[Path], object]) -> None:
    """The same for a file that is kept for the next time.

    `kept` is called "<edition>.<checksum><suffix>"; what else is kept of the edition is of another time, and removed.
    """
    if not kept.is_file():
        put(kept, write)
        for other in kept.parent.glob(f"{kept.name.partition('.')[0]}.*{kept.suffix}"):
            if other != kept:
                other.unlink(missing_ok=True)
    put(file, lambda part: part.write_bytes(kept.read_bytes()))


def checksum(files: Iterable[tuple[str, bytes]], *others: object) -> str:
    """A checksum of all that an edition is made of: files with their paths, other things, and the programs."""
    digest = hashlib.sha256(repr(others).encode())
    programs = ((file.name, file.read_bytes()) for file in sorted(Path(__file__).parent.iterdir()) if file.is_file())
    for name, content in chain(programs, files):
        digest.update(f"{name} {len(content)} ".encode() + content)
    for library in LIBRARIES:
        with suppress(ImportError):
            digest.update(f"{library} {version(library)} ".encode())
    return digest.hexdigest()[:32]


def _end_with_parent() -> None:
    """Ends this process when the one that began it was killed: it would wait for work for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _be_silent() -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    # libzim writes its progress to the terminal, whatever it is told.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
