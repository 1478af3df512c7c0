"""Looks at what the engine made of a page, and writes into each page what it may do in a browser.

See `knowledge_base.inert` and `knowledge_base.policy`.
"""

import logging
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from knowledge_base.inert import active_parts
from knowledge_base.policy import guard, scripts_of, strangers_in
from knowledge_base.problem import Problem

log = logging.getLogger("mkdocs.hooks.guard_pages")
RULE = "inert"


@event_priority(100)  # before anything of ours is woven into it
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    ours = config.extra["library"].page_at(page.file.src_uri)
    parts = list(active_parts(html))
    if not parts:
        return html
    if ours and ours.locale == config.theme["language"]:
        for part in parts:
            message = "the engine makes more of this page than words"
            log.warning("%s", Problem(ours.file, ours.start, RULE, message, "Find it, and take it out.", part, part))
    # Whoever looks at a contribution at home sees what it tries, and does not meet it.
    return f"<pre>{escape(html)}</pre>"


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    # Once for all languages; a build anew, while serving, begins with a new configuration.
    if "known_scripts" not in config.extra:
        config.extra["known_scripts"] = scripts_of(map(Path, config.theme.dirs))


@event_priority(-100)  # after all that changes a page
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    known = config.extra["known_scripts"]
    for text in strangers_in(output, known):
        message, remedy = (
            "a script or style that stands in no template will not run",
            "Put it into a template, or a file.",
        )
        log.warning("%s", Problem(f"docs/{page.file.src_uri}", 1, RULE, message, remedy, text, text))
    return guard(output, known)


@event_priority(-100)
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return guard(output, config.extra["known_scripts"]) if template_name.endswith(".html") and output else output


@event_priority(-210)  # after the pages were made light
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    written = config.extra.get("written")
    if i18n.building or not written:
        return
    known = config.extra["known_scripts"]._replace(texts=frozenset(written))
    for file in sorted(Path(config.site_dir).rglob("*.html")):
        page = file.read_text(encoding="utf-8")
        file.write_text(guard(page, known), encoding="utf-8")
