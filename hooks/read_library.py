"""Reads the whole library once for all languages, and leaves it where the other hooks find it."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from knowledge_base.history import has_history
from knowledge_base.kept_parsing import keep
from knowledge_base.reading import read_library

log = logging.getLogger("mkdocs.hooks.read_library")
FETCH = "Get it with: git clone, or git fetch --unshallow"
KEPT = ".cache/pages.pickle"


def on_pre_build(config: MkDocsConfig) -> None:
    # static-i18n builds the other languages inside the first one's build, with the same configuration.
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        file = Path(config.config_file_path)
        config.extra["library"] = read_library(Path(config.docs_dir), file, file.parent / KEPT)
        if not has_history(file.parent):
            log.info("There is no Git history: marks of stale texts do not show both English versions. %s", FETCH)


def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        keep(config.extra["library"].pages.values(), Path(config.config_file_path).parent / KEPT)
