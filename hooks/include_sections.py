"""Shows on a page what it includes of others: see `knowledge_base.inclusion`."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from knowledge_base.inclusion import Content, include


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    # By now every page of this language has its article, and none has been put into its template.
    library, addresses = config.extra["library"], config.extra["addresses"]
    pages = {
        ours.path: (file.page, Content(ours, file.page.content))
        for file in files.documentation_pages()
        if file.page and file.page.content is not None and (ours := library.page_at(file.src_uri))
    }
    woven = {path: content for path, (_, content) in pages.items()}
    # Whole then: what other hooks take the articles of this language from.
    config.extra["contents"] = {}
    for path, (page, (ours, article)) in pages.items():
        shown, labels = library.as_shown.pages[ours.locale, path], library.labels_in(ours.locale)
        page.content = whole = include(article, shown, woven.get, addresses, labels)
        config.extra["contents"][path] = Content(ours, whole)
