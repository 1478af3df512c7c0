"""The shelf: the page that speaks of editions lists those that lie among the downloads, with their sizes."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from babel.numbers import format_decimal

from ..file_list import PAGE, fill
from ..labels import Labels
from ..locale import SOURCE, language_tag
from ..whole_file import put_bytes
from .built_site import DOWNLOADS, BuiltSite
from .imprint import NAME

MEGABYTE = 1_000_000


def fill_shelf(site: BuiltSite, names: Mapping[str, str], labels_in: Mapping[str, Labels]) -> list[Path]:
    """Writes the list into the page of each locale; says which pages changed.

    names of the languages in themselves, and what is said in them, by locale.
    """
    changed = []
    for locale in site.locales:
        path = site.find_page(locale, PAGE)
        if path is None:
            continue
        page = site.folder / path
        before = page.read_text(encoding="utf-8")
        after = fill(before, list(_items(site, path, names, labels_in[locale])))
        if after != before:
            put_bytes(page, after.encode())
            changed.append(page)
    return changed


def _items(site: BuiltSite, page: str, names: Mapping[str, str], labels: Labels) -> Iterator[str]:
    """The list of a locale, item by item: its own editions, then what has all languages."""
    own = f"{NAME}-{labels.locale}"
    inside = ", ".join(names[locale] for locale in dict.fromkeys((labels.locale, SOURCE)))
    files = {
        f"{own}.zip": labels("All pages for a stick: {languages}").format(languages=inside),
        f"{own}.epub": labels("A book for the phone"),
        f"{own}.zim": labels("An archive for Kiwix"),
        f"{NAME}.zip": labels("All pages for a stick, in all languages"),
    }
    for name, words in files.items():
        file = site.folder / DOWNLOADS / name
        if file.is_file():
            way = "../" * page.count("/") + f"{DOWNLOADS}/{name}"
            told = f"{file.suffix[1:].upper()}, {_size(file.stat().st_size, labels.locale)}"
            yield f'<a href="{way}" download>{escape(words, quote=False)}</a> ({told})'


def _size(count: int, locale: str) -> str:
    """A number of bytes as readers of a locale write it, in the signs that the site uses."""
    if count < MEGABYTE:
        return f"{count / 1000:.0f} KB"
    return f"{format_decimal(count / MEGABYTE, '0.0', locale=language_tag(locale))} MB"
