"""Makes valid HTML of what the theme writes: see `knowledge_base.valid_markup`."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from knowledge_base.valid_markup import mend


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return mend(output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return mend(output) if template_name.endswith(".html") else output
