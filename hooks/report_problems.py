"""Reports every problem in the pages as a warning, which `mkdocs build --strict` takes for a failure."""

import logging
from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from engine.aside import Aside
from knowledge_base.beginning import tell_beginnings
from knowledge_base.problem import Problem
from knowledge_base.rules import find_problems

# In a hook __name__ is a path, and --strict counts only the warnings of loggers below "mkdocs".
log = logging.getLogger("mkdocs.hooks.report_problems")
found: Aside[list[Problem]] | None = None


def on_pre_build(config: MkDocsConfig) -> None:
    global found
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:  # once, for all languages
        for line in tell_beginnings(config.extra["library"]):
            log.info("%s", line)
        # They are searched while the first language's pages are read.
        found = Aside(partial(find_problems, config.extra["library"]), config.extra.get("cores", 1))


@event_priority(100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    _report()


def on_build_error(error: Exception) -> None:
    _report()  # they may say why


def _report() -> None:
    global found
    problems, found = found.result() if found else [], None
    for problem in problems:
        log.warning("%s", problem)
