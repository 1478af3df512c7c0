"""The shop of editions: from the built site to a file for each language among its downloads."""

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from ..labels import Labels
from ..library import Library
from ..locale import SOURCE
from ..navigation import Navigation
from .book import read_book
from .built_site import DOWNLOADS, BuiltSite, CannotMake
from .epub import fonts_missing, parts_of, write_book
from .imprint import Imprint, read_imprint
from .work import Made, checksum, make_each, put, put_kept

CONFIG = "mkdocs.yml"
CACHE = Path(".cache/editions")
# The mark of the site as a picture of 48 times 48 points, drawn from docs/assets/images/favicon.svg.
ICON = Path(__file__).with_name("icon-48.png")
NO_LIBZIM = "There is no libzim, the library that writes ZIM archives. Install it with: pip install -r requirements.txt"
NO_FONTS = "letters for devices that have none for this language; install them with: npm ci"


class Order(NamedTuple):
    """What is needed to make the editions of a locale."""

    project: Path
    site: BuiltSite
    navigation: Navigation
    labels: Labels
    imprint: Imprint
    into: Path

    def file(self, suffix: str) -> Path:
        """Where an edition is put."""
        return self.into / f"{self.imprint.file_name}{suffix}"


def orders_of(project: Path, folder: Path, library: Library, seconds: int, into: Path | None = None) -> list[Order]:
    """An order for each locale of the project.

    folder  the built site
    seconds the time that the editions are of, as SOURCE_DATE_EPOCH has it
    into    where they are put; else among the site's downloads

    Raises CannotMake where the site is not there, or lacks a language.
    """
    locales = tuple(library.locales.names) if library.locales else (SOURCE,)
    site = BuiltSite(folder, locales)
    site.check()
    if library.navigation is None:
        raise CannotMake(f"{CONFIG} has no nav: it says in which order the pages come.")
    orders = []
    for locale in locales:
        labels = library.labels_in(locale)
        address = site.published(site.home(locale)) or ""
        imprint = read_imprint(project / CONFIG, labels, address, seconds)
        orders.append(Order(project, site, library.navigation, labels, imprint, into or folder / DOWNLOADS))
    return orders


def make_archives(orders: list[Order]) -> list[Made]:
    """Makes the ZIM archive of each order; raises CannotMake where libzim is not installed."""
    if find_spec("libzim") is None:
        raise CannotMake(NO_LIBZIM)
    return make_each(_make_archive, orders)


def make_books(orders: list[Order]) -> list[Made]:
    """Makes the EPUB book of each order."""
    return make_each(_make_book, orders)


def _make_archive(order: Order) -> Made:
    # Whoever makes books does not need libzim.
    from .zim import entries_of, write_archive

    site, locale = order.site, order.labels.locale
    # An archive has a day and no time: else it would be made anew for every change elsewhere.
    imprint = replace(order.imprint, made=order.imprint.made.replace(hour=0, minute=0, second=0))
    paths = [*site.pages(locale), *site.beside(locale)]
    key = checksum({path: site.folder / path for path in paths}, imprint)
    kept = order.project / CACHE / f"{imprint.file_name}.{key}.zim"
    file = order.file(".zim")
    put_kept(
        file,
        kept,
        lambda part: write_archive(part, list(entries_of(site, locale)), site.home(locale), imprint, ICON.read_bytes()),
    )
    return Made(file)


def _make_book(order: Order) -> Made:
    site, locale, file = order.site, order.labels.locale, order.file(".epub")
    book = read_book(site, locale, order.navigation)
    parts = parts_of(book, site, order.imprint, order.labels, order.project)
    put(file, lambda part: write_book(part, parts, book, order.imprint, order.labels))
    return Made(file, NO_FONTS if fonts_missing(locale, order.project) else "")
