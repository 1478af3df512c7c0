"""The work of printing: what is not printed yet is made by several processes, and kept for the next build."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from signal import Signals
from tempfile import TemporaryFile
from typing import NamedTuple

from ..mishap import Mishap
from .order import Order

HOOKS = Path(__file__).parent.parent.parent
# It ends at once, and nothing is put away: Python would unload Pango, whose threads may still be at work; on a busy
# machine that was a crash after the printing was done.
PROGRAM = (
    f"import os, sys; sys.path.insert(0, {str(HOOKS)!r}); "
    "from knowledge_base.printing.press import run; os._exit(run())"
)
# What the printing process ends with where the libraries that draw text are not there.
UNABLE = 3
# And where the last line that it says tells what happened and what to do.
EXPLAINED = 4
PANGO = (
    "the library Pango is not installed. Debian and Ubuntu: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango"
)


class CannotPrint(Exception):
    """Something is not installed that printing needs; the message says what, and how to install it."""


@dataclass(frozen=True)
class Report:
    """What the printing process tells of a document.

    letters  those that none of the fonts has; where there are any, the document is not printed
    pages    how many pages it has
    overruns the lines that run over the edge, each with the number of its page and its text
    fonts    the families that are embedded
    smallest the size of the smallest letters, in points
    """

    letters: str = ""
    pages: int = 0
    overruns: list[tuple[int, str]] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    smallest: float = 0


class Printed(NamedTuple):
    """What came of an order: the PDF, the same on sheets to fold or None, and the report."""

    file: Path
    folded: Path | None
    report: Report


def print_all(orders: Mapping[str, Order], folder: Path, cores: int) -> dict[str, Printed]:
    """Prints what is not in the folder yet, by so many processes at once, and tells what there is of each order.

    A process of its own for each share of the work, since what draws text keeps memory, and a crash there must not take
    the build with it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keys = {name: order.key() for name, order in orders.items()}
    missing = {
        keys[name]: order.to_json() for name, order in orders.items() if not _is_there(folder, keys[name], order)
    }
    longest_first = sorted(missing, key=lambda key: len(missing[key]), reverse=True)
    shares = [longest_first[start::cores] for start in range(cores)]
    for process in [_start({key: missing[key] for key in share}, folder) for share in shares if share]:
        _, errors = process.communicate()
        if process.returncode == UNABLE:
            raise CannotPrint(PANGO)
        if process.returncode == EXPLAINED:
            raise Mishap(errors.strip().splitlines()[-1])
        if process.returncode < 0:
            raise Mishap(
                f"The process that prints handouts was ended ({Signals(-process.returncode).name}). "
                "Out of memory? To do: build again, SITE_JOBS=1."
            )
        if process.returncode:
            raise RuntimeError(f"printing handouts stopped: {errors.strip().splitlines()[-1] if errors else ''}")
    return {name: _read(folder, key) for name, key in keys.items()}


def _start(share: Mapping[str, str], folder: Path) -> subprocess.Popen[str]:
    # A file and not a pipe: the process must not wait for its work until the one before it is done.
    with TemporaryFile("w+", encoding="utf-8") as given:
        json.dump({"folder": str(folder), "orders": share}, given)
        given.seek(0)
        command = [sys.executable, "-c", PROGRAM]
        return subprocess.Popen(command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def _report(folder: Path, key: str) -> Path:
    return folder / f"{key}.json"


def _is_there(folder: Path, key: str, order: Order) -> bool:
    """Whether all that comes of an order is kept: somebody may have taken away a part."""
    report, pdf = _report(folder, key), folder / f"{key}.pdf"
    if not report.is_file():
        return False
    unprintable = json.loads(report.read_text(encoding="utf-8"))["letters"]
    return bool(unprintable) or (pdf.is_file() and (not order.folds or _folded(folder, key).is_file()))


def _folded(folder: Path, key: str) -> Path:
    return folder / f"{key}-folded.pdf"


def _read(folder: Path, key: str) -> Printed:
    report = Report(**json.loads(_report(folder, key).read_text(encoding="utf-8")))
    folded = _folded(folder, key)
    return Printed(folder / f"{key}.pdf", folded if folded.is_file() else None, report)
