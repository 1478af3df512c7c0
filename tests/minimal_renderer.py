"""A second renderer, so small that it can be read at once: the pages of `docs/`, tied together as on the site.

It has `knowledge_base` and Python-Markdown, and neither MkDocs nor its theme. It is no replacement: it shows what one
would have to do. `python tests/minimal_renderer.py FOLDER` writes the pages there.
"""

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from knowledge_base.address import Addresses
from knowledge_base.inclusion import Content, include
from knowledge_base.library import Library
from knowledge_base.locale import SOURCE, language_tag
from knowledge_base.page import Page
from knowledge_base.quotation import resolve
from knowledge_base.reading import read_library
from knowledge_base.translation import pin_title
from knowledge_base.weaving import weave

PROJECT = Path(__file__).parent.parent
EXTENSIONS = ["admonition", "attr_list", "def_list", "tables", "toc"]
OPTIONS = {"toc": {"permalink": "", "toc_depth": 3}}


class _Links(Treeprocessor):
    """Leads links between Markdown files to the pages that they become."""

    def __init__(self, page: Page, library: Library, addresses: Addresses) -> None:
        super().__init__()
        self._page, self._library, self._addresses = page, library, addresses

    def run(self, root: Element) -> None:
        """Changes the links of a page."""
        for link in root.iter("a"):
            path, anchor = resolve(self._page.path, link.get("href", ""))
            there = self._library.pages.get((SOURCE, path))
            if there and not urlsplit(link.get("href", "")).scheme:
                here = self._library.pages[SOURCE, self._page.path]
                link.set("href", self._addresses.between(here, there, anchor))


def _addresses(library: Library, locale: str) -> Addresses:
    """Where the pages of a language stand: each in a folder of its own, those in English at the top."""
    folder = "" if locale == SOURCE else f"{locale}/"
    paths = [path for there, path in library.pages if there == SOURCE]
    names = {path: path.removesuffix("index.md").removesuffix(".md") for path in paths}
    urls = {path: f"{folder}{name.rstrip('/')}{'/' if name else ''}" or "./" for path, name in names.items()}
    return Addresses(urls, "", folder)


def _article(page: Page, library: Library, addresses: Addresses) -> str:
    """The HTML of a page, with what the library knows woven in."""
    markdown = Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS)
    markdown.treeprocessors.register(_Links(page, library, addresses), "links", 5)
    original = library.original_of(page)
    text = pin_title(library.as_shown.pages[page.locale, page.path].body, original) if original else page.body
    return weave(markdown.convert(text), page, library, addresses, library.labels_in(page.locale))


def _switcher(here: Page, library: Library, addresses: Addresses) -> str:
    """A link to the same page in each language."""
    names = library.locales.names if library.locales else {}
    links = (
        f'<a href="{addresses.to_locale(here, locale, here.path)}" hreflang="{language_tag(locale)}">{escape(name)}</a>'
        for locale, name in names.items()
    )
    return f"<nav>{' '.join(links)}</nav>"


def render(docs: Path, config: Path) -> Iterator[tuple[str, str]]:
    """The pages of all languages: where each stands below the site's root ("lo/values/equity/"), and its HTML."""
    library = read_library(docs, config)
    for locale in library.locales.names if library.locales else ():
        addresses, labels = _addresses(library, locale), library.labels_in(locale)
        # What is not translated is shown in English.
        pages = [
            library.pages.get((locale, path), page) for (there, path), page in library.pages.items() if there == SOURCE
        ]
        woven = {page.path: Content(page, _article(page, library, addresses)) for page in pages}
        for page in pages:
            shown = library.as_shown.pages[page.locale, page.path]
            article = include(woven[page.path].article, shown, woven.get, addresses, labels)
            yield (
                addresses.to_root(page),
                f'<!doctype html><html lang="{language_tag(locale)}"><meta charset="utf-8">'
                f"<title>{escape(page.title)}</title>{_switcher(page, library, addresses)}"
                f'<article lang="{language_tag(page.locale)}">{article}</article></html>\n',
            )


def main() -> None:
    """Writes the pages of the project into a folder."""
    for url, html in render(PROJECT / "docs", PROJECT / "mkdocs.yml"):
        file = Path(sys.argv[1]) / url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    assert "mkdocs" not in sys.modules


if __name__ == "__main__":
    main()
