"""Prints the handouts of each language, and tells the templates which of them belong to a page."""

import logging
import shutil
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from knowledge_base.locale import SOURCE
from knowledge_base.printing.shop import print_language
from knowledge_base.printing.work import CannotPrint

log = logging.getLogger("mkdocs.hooks.print_handouts")
serving = False


def on_startup(command: str, **_: object) -> None:
    # While serving, a page would wait for its PDFs at every change.
    global serving
    serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        config.extra["printing"] = {}
        config.extra["english_articles"] = {}


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    locale = config.theme["language"]
    i18n: Any = config.plugins["i18n"]
    # One language alone is a quick preview.
    if serving or i18n.config.build_only_locale or "cannot_print" in config.extra:
        return
    library, articles = config.extra["library"], config.extra["contents"]
    if locale == SOURCE:
        config.extra["english_articles"] = articles
    english = {} if locale == SOURCE else config.extra["english_articles"]
    labels, project = library.labels_in(locale), Path(config.config_file_path).parent
    try:
        printing = print_language(
            config.site_name,
            articles,
            english,
            library,
            config.extra["addresses"],
            labels,
            project,
            config.extra.get("cores", 1),
        )
    except CannotPrint as reason:
        config.extra["cannot_print"] = True
        log.info("The site is built without handouts: %s", reason)
        return
    for problem in printing.problems:
        log.warning("%s", problem)
    config.extra["printing"][locale] = printing


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    library, locale = config.extra["library"], config.theme["language"]
    printing, ours = config.extra["printing"].get(locale), library.page_at(page.file.src_uri)
    if printing and ours and ours.locale == locale:
        context["to_print"] = list(printing.links_for(ours, library, library.labels_in(locale)))
        context["handouts"] = f"handouts/{locale}"


def on_post_build(config: MkDocsConfig) -> None:
    locale = config.theme["language"]
    if printing := config.extra["printing"].get(locale):
        folder = Path(config.site_dir) / "handouts" / locale
        folder.mkdir(parents=True, exist_ok=True)
        for name, file in printing.files.items():
            shutil.copyfile(file, folder / f"{name}.pdf")
