"""The print shop: from the articles of one language to its PDFs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ..address import Addresses
from ..handout import is_handout
from ..inclusion import Content, read_inclusions
from ..labels import Labels
from ..library import Library
from ..page import Page
from ..problem import Problem
from ..summary import sentences, sum_up
from .fonts import fonts_for
from .handouts import (
    BILINGUAL,
    BOOKLET,
    FOLDED,
    Desk,
    files_of,
    name_of,
    names_for,
    orders_of,
    problems_of,
)
from .paper import Chapter, Wording
from .work import CannotPrint, print_all

# The style sheets of the site that are for articles, in the site's order; the last is for paper without a browser.
STYLES = ("palette", "words", "translations", "pages", "seminar", "print", "print-words", "print-seminar", "handout")


class Link(NamedTuple):
    """What a page offers to print: the PDF's name, what it is called, its size in KB."""

    name: str
    words: str
    size: int


@dataclass(frozen=True)
class Printing:
    """What was printed of one language.

    pages    the pages that are printed, by the handouts' names
    files    the PDFs, by their names on the site without ".pdf"
    problems what is wrong with them
    """

    pages: Mapping[str, Page]
    files: Mapping[str, Path]
    problems: tuple[Problem, ...]

    def links_for(self, page: Page, library: Library, labels: Labels) -> Iterator[Link]:
        """What a page offers to print."""
        names = names_for(page, library, self.pages)
        offers = []
        for name in names:
            own = self.pages[name].path == page.path
            offers.append((name, labels("This page as a handout") if own else self.pages[name].title))
            if own:
                offers.append((name + BILINGUAL, labels("This handout beside the English")))
        if names == list(self.pages):
            offers.append((BOOKLET, labels("All sessions in one booklet")))
            offers.append((FOLDED, labels("The booklet to fold, A5")))
        for name, words in offers:
            if name in self.files:
                yield Link(name, words, max(1, round(self.files[name].stat().st_size / 1000)))


def print_language(
    site: str,
    articles: Mapping[str, Content],
    english: Mapping[str, Content],
    library: Library,
    addresses: Addresses,
    labels: Labels,
    project: Path,
    cores: int,
) -> Printing:
    """Prints the handouts of the language of the labels.

    articles the woven pages of this build by path, in the order of the navigation
    english  the woven English pages by path; empty where this build is the English one, or has none
    project  the folder of the project: its styles, its fonts, its cache
    cores    how many processes print at once

    Raises CannotPrint where something is not installed that printing needs.
    """
    fonts = fonts_for(labels.locale, project / "node_modules")
    if missing := [font.file for font in fonts if not font.file.is_file()]:
        where = missing[0].relative_to(project).as_posix()
        raise CannotPrint(f"there is no font {where}. Install it with: npm ci")
    wording = Wording(
        site=site,
        page_of=labels("Page {page} of {pages}"),
        on_screen=labels("This page on the screen:"),
        qr=labels("QR code of the address {address}"),
    )
    styles = [(project / "docs/assets/styles" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES]
    desk = Desk(labels.locale, wording, tuple(styles), tuple(fonts), addresses.root)
    # In the order of the navigation. A page that is not translated is printed in English only.
    paths = [entry.path for entry in library.navigation.entries] if library.navigation else list(articles)
    pages = [articles[path].page for path in paths if path in articles]
    printed_pages = {name_of(page): page for page in pages if is_handout(page) and page.locale == labels.locale}
    if not printed_pages:
        return Printing({}, {}, ())
    orders = orders_of(
        desk,
        {name: _chapter(articles[page.path], library, addresses, labels) for name, page in printed_pages.items()},
        {
            name: _chapter(english[page.path], library, addresses, Labels())
            for name, page in printed_pages.items()
            if page.path in english
        },
        f"{site}: {labels('Seminar')}",
    )
    printed = print_all(orders, project / ".cache" / "handouts", cores)
    return Printing(printed_pages, files_of(printed), tuple(problems_of(printed, printed_pages, fonts)))


def _chapter(content: Content, library: Library, addresses: Addresses, labels: Labels) -> Chapter:
    page, article = content
    said: Iterable[str] = ()
    if library.original_of(page):
        # What stands on paper is the page's own text and what it includes.
        included = [library.pages.get((page.locale, each.target)) for each in read_inclusions(page)]
        pairs = [pair for each in (page, *included) if each for pair in library.pairs_of(each)]
        said = sentences(sum_up(pairs), labels)
    return Chapter(article, page.locale, " ".join(said), addresses.absolute(page), page.title)
