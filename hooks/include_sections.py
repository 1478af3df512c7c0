"""Shows on a page what it includes of others: see `knowledge_base.inclusion`."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from knowledge_base.inclusion import Content, include


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    # By now every page of this language has its article, and none has been put into its template.
    library = config.extra["library"]
    contents = {
        page.path: Content(page, file.page.content)
        for file in files.documentation_pages()
        if file.page and file.page.content is not None and (page := library.page_at(file.src_uri))
    }
    for file in files.documentation_pages():
        ours = library.page_at(file.src_uri)
        if ours and file.page and file.page.content is not None:
            shown = library.as_shown.pages[ours.locale, ours.path]
            labels, addresses = library.labels_in(ours.locale), config.extra["addresses"]
            file.page.content = include(file.page.content, shown, contents.get, addresses, labels)
