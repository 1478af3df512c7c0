"""The work of printing: what is to be made, kept under a name that says what went in, made by several processes."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple

from .fonts import Font

HOOKS = Path(__file__).parent.parent.parent
# What the printing process ends with where the libraries that draw text are not there.
UNABLE = 3
PANGO = (
    "the library Pango is not installed. Debian and Ubuntu: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango"
)
LIBRARIES = ("weasyprint", "pydyf", "icu4py", "pypdf", "segno")


@dataclass(frozen=True)
class Order:
    """One document to print.

    html    the whole document
    styles  texts of CSS
    fonts   the fonts that it may use
    address what its relative links are completed with
    folds   whether it is also put on sheets to fold
    """

    html: str
    styles: tuple[str, ...]
    fonts: tuple[Font, ...]
    address: str
    folds: bool = False

    def key(self) -> str:
        """A name for what comes of it: the same order, made by the same programs, gives the same bytes."""
        given = json.dumps([self.html, self.styles, self.address, self.folds, [_digest(font) for font in self.fonts]])
        return sha256(f"{given} {_programs()}".encode()).hexdigest()[:32]


class CannotPrint(Exception):
    """Something is not installed that printing needs; the message says what, and how to install it."""


class Printed(NamedTuple):
    """What came of an order.

    file     the PDF
    folded   the same on sheets to fold, or None
    pages    how many pages it has
    overruns the texts of lines that run over the edge, each with the number of its page
    fonts    the families that are embedded
    """

    file: Path
    folded: Path | None
    pages: int
    overruns: Sequence[tuple[int, str]]
    fonts: Sequence[str]


def print_all(orders: Mapping[str, Order], folder: Path, cores: int) -> dict[str, Printed]:
    """Prints what is not in the folder yet, by so many processes at once, and tells what there is of each order.

    A process of its own for each share of the work, since what draws text keeps memory, and a crash there must not take
    the build with it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keys = {name: order.key() for name, order in orders.items()}
    missing = {keys[name]: order for name, order in orders.items() if not _report(folder, keys[name]).is_file()}
    longest_first = sorted(missing, key=lambda key: len(missing[key].html), reverse=True)
    shares = [longest_first[start::cores] for start in range(cores)]
    for process in [_start({key: missing[key] for key in share}, folder) for share in shares if share]:
        _, errors = process.communicate()
        if process.returncode == UNABLE:
            raise CannotPrint(PANGO)
        if process.returncode:
            raise RuntimeError(f"printing handouts stopped: {errors.strip().splitlines()[-1] if errors else 'killed'}")
    return {name: _read(folder, key) for name, key in keys.items()}


def _start(share: Mapping[str, Order], folder: Path) -> subprocess.Popen[str]:
    orders = {key: {**asdict(order), "fonts": [_as_json(font) for font in order.fonts]} for key, order in share.items()}
    program = f"import sys; sys.path.insert(0, {str(HOOKS)!r}); from knowledge_base.printing.press import run; run()"
    # A file and not a pipe: the process must not wait for its work until the one before it is done.
    with TemporaryFile("w+", encoding="utf-8") as given:
        json.dump({"folder": str(folder), "orders": orders}, given)
        given.seek(0)
        command = [sys.executable, "-c", program]
        return subprocess.Popen(command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def _as_json(font: Font) -> list[Any]:
    return [font.family, font.weight, font.style, str(font.file)]


def _report(folder: Path, key: str) -> Path:
    return folder / f"{key}.json"


def _read(folder: Path, key: str) -> Printed:
    told = json.loads(_report(folder, key).read_text(encoding="utf-8"))
    folded = folder / f"{key}-folded.pdf"
    overruns = [(page, text) for page, text in told["overruns"]]
    return Printed(folder / f"{key}.pdf", folded if folded.is_file() else None, told["pages"], overruns, told["fonts"])


def forget_others(folder: Path, kept: Iterable[Printed]) -> None:
    """Removes from the folder what no order of this build asked for."""
    names = {printed.file.stem for printed in kept}
    for file in folder.iterdir():
        if file.name[:32] not in names:
            file.unlink()


@cache
def _digest(font: Font) -> list[str]:
    content = sha256(font.file.read_bytes()).hexdigest() if font.file.is_file() else ""
    return [font.family, str(font.weight), font.style, content]


@cache
def _programs() -> str:
    ours = sha256(b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()
    return " ".join([ours, *(version(name) for name in LIBRARIES)])
