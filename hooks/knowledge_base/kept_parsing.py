"""What pages consist of, kept from one build to the next: parsing is what takes most of a reading's time.

A page is known by the blob of its file. Whatever is wrong with what was kept, it is parsed again.
"""

import pickle
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .page import Page
from .whole_file import put

PROGRAMS = ("block.py", "unit.py", "page.py")


def remember(pages: Iterable[Page], file: Path) -> None:
    """Gives the pages what was kept of them in the file, if it was kept by the same programs."""
    kept = _load(file)
    for page in pages:
        if found := kept.get(page.blob):
            page.take_parsed(found)


def keep(pages: Iterable[Page], file: Path) -> None:
    """Keeps in the file what was parsed of the pages, where anything is new."""
    parsed = {page.blob: found for page in pages if page.blob and (found := page.parsed)}
    # What is kept is told by a small file beside it: to read the large one takes long.
    told, now = file.with_suffix(".txt"), sha256(" ".join([_programs(), *sorted(parsed)]).encode()).hexdigest()
    if file.is_file() and told.is_file() and told.read_text(encoding="utf-8") == now:
        return
    put(file, lambda part: part.write_bytes(pickle.dumps((_programs(), parsed))))
    put(told, lambda part: part.write_text(now, encoding="utf-8"))


def _load(file: Path) -> dict[str, Any]:
    try:
        made_by, parsed = pickle.loads(file.read_bytes())
    except Exception:  # a pickle can be broken in any way
        return {}
    return parsed if made_by == _programs() and isinstance(parsed, dict) else {}


@cache
def _programs() -> str:
    ours = b"".join((Path(__file__).parent / name).read_bytes() for name in PROGRAMS)
    return f"{sha256(ours).hexdigest()} {version('markdown-it-py')} {version('mdit-py-plugins')}"
