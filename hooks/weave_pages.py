"""Weaves into each page what the library knows: see `knowledge_base.weaving`."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from knowledge_base.address import Addresses
from knowledge_base.locale import SOURCE
from knowledge_base.translation import pin_title
from knowledge_base.weaving import weave


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    # The first event at which every file has its final address in the language that is being built.
    urls = {file.src_uri.partition("/")[2]: file.url for file in files.documentation_pages()}
    i18n: Any = config.plugins["i18n"]
    locale = config.theme["language"]
    folder = "" if locale == SOURCE else f"{locale}/"
    config.extra["addresses"] = Addresses(urls, config.site_url or "", folder, bool(i18n.config.build_only_locale))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    library = config.extra["library"]
    ours = library.page_at(page.file.src_uri)
    original = library.original_of(ours) if ours else None
    return pin_title(library.as_shown.pages[ours.locale, ours.path].body, original) if original else markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    library = config.extra["library"]
    if ours := library.page_at(page.file.src_uri):
        return weave(html, ours, library, config.extra["addresses"], library.labels_in(ours.locale))
    return html
