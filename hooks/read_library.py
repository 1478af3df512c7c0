"""Reads the whole library once for each build, and leaves it where the other hooks find it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from knowledge_base.library import read_library


def on_pre_build(config: MkDocsConfig) -> None:
    config.extra["library"] = read_library(Path(config.docs_dir), Path(config.config_file_path))
