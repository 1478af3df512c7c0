"""The process that prints: reads orders from its input, and leaves each PDF with a report in a folder."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from ..mishap import explain
from ..whole_file import put
from .bilingual import side_by_side
from .fonts import missing_characters
from .imposition import impose
from .order import Order, read_order
from .paper import chapter, cover, document
from .work import EXPLAINED, UNABLE, Report

try:
    from .checks import count_pages, lines_over_the_edge, smallest_type
    from .pdf import embedded_fonts, lay_out, write
except OSError:  # WeasyPrint finds no Pango
    sys.exit(UNABLE)

# A booklet to fold has pages of half the size, so that its letters are as large as on the others; the pages' numbers
# stand at the outer edges, and far enough from the lower one for any printer.
HALF = """
@page { size: A5; margin: 10mm 11mm 17mm; @bottom-left { vertical-align: top !important; padding-top: 2mm }
    @bottom-right { vertical-align: top !important; padding-top: 2mm } }
.md-typeset .kb-drawing { height: 60mm }
.md-typeset .kb-blank[data-field] { min-width: 30mm }
"""


def run() -> int:
    """Prints what `work.print_all` orders; returns what the process is to end with: 0, or EXPLAINED."""
    given = json.load(sys.stdin)
    try:
        for key, order in given["orders"].items():
            _print(key, read_order(order), Path(given["folder"]))
    except Exception as error:
        if not (said := explain(error)):
            raise
        print(said, file=sys.stderr)
        return EXPLAINED
    return 0


def compose(order: Order) -> str:
    """The HTML document of an order."""
    if order.folds:
        parts = cover(order.title, [first for first, *_ in order.chapters], order.wording)
    else:
        parts = [
            chapter(first, order.wording) if not rest else side_by_side(first, rest[0], order.wording)
            for first, *rest in order.chapters
        ]
    return document(order.title, parts, order.locale, order.wording)


def _print(key: str, order: Order, folder: Path) -> None:
    html = compose(order)
    report = Report(letters="".join(sorted(missing_characters(html, order.fonts))))
    # With a letter of the system's fonts the document could not be written, or not be read.
    if not report.letters:
        laid_out = lay_out(html, order.styles, order.fonts, order.address)
        overruns = lines_over_the_edge(laid_out)
        report = Report(pages=count_pages(laid_out), overruns=list(overruns), smallest=smallest_type(laid_out))
        pdf = write(laid_out)
        if order.folds:
            folded = lay_out(html, (*order.styles, HALF), order.fonts, order.address)
            report.overruns.extend(lines_over_the_edge(folded))
            put(
                folder / f"{key}-folded.pdf",
                lambda file: file.write_bytes(impose(write(folded), order.wording.page_of)),
            )
        put(folder / f"{key}.pdf", lambda file: file.write_bytes(pdf))
        report.fonts.extend(sorted(embedded_fonts(pdf)))
    # The report last: where it is, the rest is whole.
    put(folder / f"{key}.json", lambda file: file.write_text(json.dumps(asdict(report)), encoding="utf-8"))
