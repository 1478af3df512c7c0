"""Writes what can be searched, a script for each language, and the script that searches.

See `knowledge_base.search_index` and `knowledge_base.search_script`.
"""

import logging
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from knowledge_base.inclusion import Content
from knowledge_base.search_index import file_of, script
from knowledge_base.search_script import Broken, NoBundler, bundle, name_for

log = logging.getLogger("mkdocs.hooks.offer_search")
TERMS = "terms.md"
SCRIPTS = "assets/scripts"


def on_pre_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return  # once, not for each language
    project = Path(config.config_file_path).parent
    config.extra["search_scripts"] = {}
    try:
        config.extra["search_scripts"] = bundle(project, project / ".cache" / "scripts", i18n.build_languages)
    except NoBundler:
        log.info("The site is built without search; the index of terms stands in its place. Install it with: npm ci")
    except Broken as reason:
        log.warning("The search's scripts cannot be put together. To do: mend what esbuild names.\n%s", reason)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    library = config.extra["library"]
    env.globals["can_search"] = bool(config.extra["search_scripts"])
    env.globals["search_script"] = f"{SCRIPTS}/{name_for(config.theme['language'])}"
    env.globals["terms"] = config.extra["addresses"].urls.get(TERMS)
    # Before pages show what they include of others: that is found where it stands.
    config.extra["searched"] = {
        ours.path: Content(ours, file.page.content)
        for file in files.documentation_pages()
        if file.page and file.page.content is not None and (ours := library.page_at(file.src_uri))
    }


def on_post_build(config: MkDocsConfig) -> None:
    if not config.extra["search_scripts"]:
        return
    locale, site = config.theme["language"], Path(config.site_dir)
    words = script(config.extra["searched"], config.extra["library"], config.extra["addresses"], locale)
    _write(site / file_of(locale), words)
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        for name, text in config.extra["search_scripts"].items():
            _write(site / SCRIPTS / name, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
