"""The process that prints: reads orders from its input, and leaves each PDF with a report in a folder."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .fonts import Font
from .imposition import impose
from .work import UNABLE

try:
    from .checks import count_pages, lines_over_the_edge
    from .pdf import embedded_fonts, lay_out, write
except OSError:  # WeasyPrint finds no Pango
    sys.exit(UNABLE)


def run() -> None:
    """Prints what `work.print_all` orders."""
    given = json.load(sys.stdin)
    for key, order in given["orders"].items():
        _print(key, order, Path(given["folder"]))


def _print(key: str, order: dict[str, Any], folder: Path) -> None:
    fonts = [Font(family, weight, style, Path(file)) for family, weight, style, file in order["fonts"]]
    document = lay_out(order["html"], order["styles"], fonts, order["address"])
    pages, overruns = count_pages(document), [list(each) for each in lines_over_the_edge(document)]
    pdf = write(document)
    if order["folds"]:
        _leave(folder / f"{key}-folded.pdf", lambda file: file.write_bytes(impose(pdf)))
    _leave(folder / f"{key}.pdf", lambda file: file.write_bytes(pdf))
    report = {"pages": pages, "overruns": overruns, "fonts": sorted(embedded_fonts(pdf))}
    # The report last: where it is, the rest is whole.
    _leave(folder / f"{key}.json", lambda file: file.write_text(json.dumps(report), encoding="utf-8"))


def _leave(file: Path, fill: Callable[[Path], object]) -> None:
    part = file.with_suffix(".part")
    fill(part)
    part.replace(file)
