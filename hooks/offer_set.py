"""Writes each page as a script for the page on which readers put a set together: see `knowledge_base.custom_set`."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from knowledge_base.custom_set import SHOWS, scripts


def on_post_build(config: MkDocsConfig) -> None:
    contents = config.extra["contents"]
    here = next((page for page, _ in contents.values() if page.meta.get("shows") == SHOWS), None)
    if here is None:
        return
    for name, text in scripts(contents, here, config.extra["addresses"], config.theme["language"]):
        file = Path(config.site_dir) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
