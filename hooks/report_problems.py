"""Reports every problem in the pages as a warning, which `mkdocs build --strict` takes for a failure."""

import logging
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from knowledge_base.rules import find_problems

# In a hook __name__ is a path, and --strict counts only the warnings of loggers below "mkdocs".
log = logging.getLogger("mkdocs.hooks.report_problems")


def on_pre_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return  # said already, for all languages
    for problem in find_problems(config.extra["library"]):
        log.warning("%s", problem)
