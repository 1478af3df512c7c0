"""Gives each page's template its structured data (see `knowledge_base.structured_data`), and what the page shows."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from knowledge_base.structured_data import describe


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    library = config.extra["library"]
    ours = library.page_at(page.file.src_uri)
    # A translation takes it over from the English page, so that MkDocs does not know it.
    context["shows"] = ours.meta.get("shows") if ours else None
    # A page that falls back to English is described where it stands in English.
    if ours and ours.locale == config.theme["language"]:
        context["structured_data"] = describe(ours, library, config.extra["addresses"], config.site_name)
    return context
