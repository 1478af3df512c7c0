"""The handouts of one language: which documents there are, what is wrong with them, and which pages they belong to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..inclusion import read_inclusions
from ..library import Library
from ..page import Page
from ..problem import Problem
from .fonts import Font
from .line_breaks import ZERO_WIDTH_SPACE
from .order import Order
from .paper import Chapter, Wording
from .work import Printed

RULE = "handouts"
BILINGUAL, BOOKLET, FOLDED = "-bilingual", "booklet", "booklet-folded"
# Bytes. What is to be sent over prepaid data has a limit.
MOST, MOST_OF_BOOKLET = 300_000, 2_000_000
# Points.
SMALLEST = 11


@dataclass(frozen=True)
class Desk:
    """What all documents of a language are made with: its words for the paper, styles, fonts, the site's address."""

    locale: str
    wording: Wording
    styles: tuple[str, ...]
    fonts: tuple[Font, ...]
    address: str

    def order(self, title: str, *chapters: tuple[Chapter, ...], folds: bool = False) -> Order:
        """The order for a document of these chapters."""
        parts = self.locale, chapters, self.wording, self.styles, self.fonts, self.address
        return Order(title, *parts, folds)


def name_of(page: Page) -> str:
    """What the handout of a page is called: "session-1"."""
    return PurePosixPath(page.path).stem


def orders_of(
    desk: Desk, chapters: Mapping[str, Chapter], english: Mapping[str, Chapter], title: str
) -> dict[str, Order]:
    """The orders for a language, by the documents' names.

    chapters the pages that are printed, by the handouts' names, in the order of the booklet
    english  the same pages in English, for the editions with both; none in an English build
    title    the booklet's
    """
    orders = {name: desk.order(page.title, (page,)) for name, page in chapters.items()}
    for name, page in chapters.items():
        if theirs := english.get(name):
            orders[name + BILINGUAL] = desk.order(f"{theirs.title} – {page.title}", (theirs, page))
    # A language that begins may have nothing to print yet.
    if chapters:
        orders[BOOKLET] = desk.order(title, *((page,) for page in chapters.values()), folds=True)
    return orders


def files_of(printed: Mapping[str, Printed]) -> dict[str, Path]:
    """The PDFs by the names that they have on the site, without ".pdf"; the booklet's sheets to fold among them."""
    files: dict[str, Path | None] = {name: each.file for name, each in printed.items()}
    if booklet := printed.get(BOOKLET):
        files[FOLDED] = booklet.folded
    return {name: file for name, file in files.items() if file and file.is_file()}


def problems_of(printed: Mapping[str, Printed], pages: Mapping[str, Page], fonts: Sequence[Font]) -> Iterator[Problem]:
    """What is wrong with the printed documents: too many sides, lines over the edge, letters of no font of ours.

    `pages` are the pages by the handouts' names; a fault of the booklet alone is named at its first page.
    """
    families = {font.family for font in fonts}
    for name, made in printed.items():
        page = pages.get(name.removesuffix(BILINGUAL))
        file = (page or next(iter(pages.values()))).file
        if letters := made.report.letters:
            remedy = "Write it otherwise, or add a font to hooks/knowledge_base/printing/fonts.py."
            yield Problem(file, 1, RULE, f"{name}.pdf has letters that no font of its language has", remedy, letters)
            continue
        if made.report.overruns:
            side, text = made.report.overruns[0]
            message = f"in {name}.pdf lines run over the edge: {len(made.report.overruns)}, the first on side {side}"
            remedy = "Make the line, the table's cell or the word shorter."
            yield Problem(file, 1, RULE, message, remedy, text.replace(ZERO_WIDTH_SPACE, ""))
        if strange := sorted(set(made.report.fonts) - families):
            remedy = "Write it with letters of the language, or add a font to hooks/knowledge_base/printing/fonts.py."
            yield Problem(file, 1, RULE, f"{name}.pdf has letters that only {', '.join(strange)} has", remedy)
        if 0 < (smallest := made.report.smallest) < SMALLEST:
            remedy = f"Give print.css {SMALLEST} points at least: it is read by people without glasses, from copies."
            yield Problem(file, 1, RULE, f"{name}.pdf has letters of {smallest:.1f} points", remedy)
        most = MOST if page else MOST_OF_BOOKLET
        if (size := made.file.stat().st_size) > most:
            remedy = "Take out a picture, or make two of it."
            yield Problem(file, 1, RULE, f"{name}.pdf has {size} bytes, and may have {most}", remedy)
        sides = page.meta.get("sides") if page else None
        if page and name in pages and isinstance(sides, int) and made.report.pages > sides:
            message = f"printed, this page has {made.report.pages} sides, and may have {sides}"
            yield Problem(file, page.line_of("sides"), RULE, message, "Say it in fewer words.")


def names_for(page: Page, library: Library, pages: Mapping[str, Page]) -> list[str]:
    """The names of the handouts that belong to a page: its own, and those that show words of it.

    `pages` are the pages that are printed, by name. A page of the seminar without a handout of its own has all.
    """
    own = [name for name, each in pages.items() if each.path == page.path]
    if own:
        return own
    if any(page.path == f"{PurePosixPath(each.path).parent}/index.md" for each in pages.values()):
        return list(pages)
    concept = library.concepts.get((page.locale, page.path))
    counted = library.set_of(page.locale, concept.kind) if concept else None
    shown = {page.path, *([counted.page.path] if counted else [])}
    return [name for name, each in pages.items() if any(one.target in shown for one in read_inclusions(each))]
