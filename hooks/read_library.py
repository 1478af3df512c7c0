"""Reads the whole library once for all languages, and leaves it where the other hooks find it."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from knowledge_base.reading import read_library


def on_pre_build(config: MkDocsConfig) -> None:
    # static-i18n builds the other languages inside the first one's build, with the same configuration.
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        config.extra["library"] = read_library(Path(config.docs_dir), Path(config.config_file_path))
