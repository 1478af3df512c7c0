"""Puts compressed forms beside the site's texts when no page changes any more: see `knowledge_base.light`."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from knowledge_base.light.compression import compress

CACHE = ".cache/compressed"


# Before the list of what phones keep, which says how much comes over the line.
@event_priority(-250)
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    # One language alone is a quick preview; it must not take from the cache what the whole site is compressed from.
    is_published = not i18n.building and not i18n.config.build_only_locale
    if is_published and config.extra["levers"].compress:
        compress(Path(config.site_dir), Path(config.config_file_path).parent / CACHE)
