"""The shop of editions: from the built site to a file for each language among its downloads."""

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from ..file_list import PAGE
from ..keeping.publishing import FOLDER, write_lists
from ..labels import Labels
from ..library import Library
from ..light.compression import compress_again
from ..locale import SOURCE
from ..navigation import Navigation
from ..whole_file import put
from .book import read_book
from .built_site import DOWNLOADS, BuiltSite, CannotMake
from .epub import fonts_missing, parts_of, write_book
from .imprint import NAME, Imprint, read_imprint
from .shelf import fill_shelf
from .start_page import Language
from .stick import files_of, paths_of, write_stick
from .work import Made, checksum, make_each, put_kept

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
    language: Language

    def file(self, suffix: str) -> Path:
        """Where an edition is put."""
        return self.into / f"{self.imprint.file_name}{suffix}"


class Stick(NamedTuple):
    """An order of a folder to unpack: how it is called, which languages it has, and whether it has their handouts."""

    order: Order
    name: str
    languages: tuple[Language, ...]
    with_handouts: bool


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
        language = Language(library.locales.names[locale] if library.locales else locale, site.home(locale), labels)
        orders.append(Order(project, site, library.navigation, labels, imprint, into or folder / DOWNLOADS, language))
    return orders


def make_archives(orders: list[Order]) -> list[Made]:
    """Makes the ZIM archive of each order; raises CannotMake where libzim is not installed."""
    if find_spec("libzim") is None:
        raise CannotMake(NO_LIBZIM)
    return make_each(_make_archive, orders)


def make_books(orders: list[Order]) -> list[Made]:
    """Makes the EPUB book of each order."""
    return make_each(_make_book, orders)


def make_sticks(orders: list[Order], with_handouts: bool = True) -> list[Made]:
    """Makes a folder to unpack of each order, with English beside it, and one of all languages."""
    english = next(order for order in orders if order.labels.locale == SOURCE)
    whole = Stick(english, NAME, tuple(order.language for order in orders), with_handouts)
    sticks = [
        Stick(order, order.imprint.file_name, _beside(order.language, english.language), with_handouts)
        for order in orders
    ]
    # What takes longest begins first.
    return make_each(_make_stick, [whole, *sticks])


def _beside(language: Language, english: Language) -> tuple[Language, ...]:
    return (language,) if language is english else (language, english)


def list_editions(orders: list[Order]) -> None:
    """Has the pages of the site that speak of editions list those that are there.

    Where phones keep languages, the lists of what they keep name these pages as they are now.
    """
    labels = {order.labels.locale: order.labels for order in orders}
    site = orders[0].site
    changed = fill_shelf(site, {order.labels.locale: order.language.name for order in orders}, labels)
    if changed and (site.folder / FOLDER).is_dir():
        changed += write_lists(site, PAGE, labels.__getitem__)
    compress_again(changed)


def _make_stick(stick: Stick) -> Made:
    order, site = stick.order, stick.order.site
    imprint = _of_a_day(order.imprint)
    paths = paths_of(site, [language.labels.locale for language in stick.languages], stick.with_handouts)
    key = checksum(((path, site.content(path)) for path in paths), imprint, stick.languages)
    kept = order.project / CACHE / f"{stick.name}.{key}.zip"
    file = order.into / f"{stick.name}.zip"
    put_kept(file, kept, lambda part: write_stick(part, files_of(site, paths, stick.languages, imprint), imprint))
    return Made(file)


def _of_a_day(imprint: Imprint) -> Imprint:
    """The imprint with a day and no time: else an edition would be made anew for every change elsewhere."""
    return replace(imprint, made=imprint.made.replace(hour=0, minute=0, second=0))


def _make_archive(order: Order) -> Made:
    # Whoever makes books does not need libzim.
    from .zim import entries_of, write_archive

    site, locale = order.site, order.labels.locale
    imprint = _of_a_day(order.imprint)
    paths = [*site.pages(locale), *site.beside(locale)]
    key = checksum(((path, site.content(path)) for path in paths), imprint)
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
