"""Builds the other languages by processes of their own, as many as there are cores: see `engine.side_by_side`."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from engine.aside import can_copy
from engine.private import SITEMAP, build_languages_by, copy_theme_once, find_alternates_once, write_sitemap
from engine.side_by_side import SideBySide, build_leniently, cores

others: SideBySide | None = None


# Before static-i18n and the hooks that share the cores.
@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    plugin: Any = config.plugins["i18n"]
    if not plugin.building:
        config.extra["cores"] = config.extra.get("jobs") or cores()
        find_alternates_once(plugin)
        copy_theme_once(config, lambda: plugin.building)
        build_languages_by(_build_language)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    plugin: Any = config.plugins["i18n"]
    if not plugin.building:
        config.extra["first_nav"] = nav


# The last of this event: the other languages find all that hooks made of the first one's articles.
@event_priority(-200)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    global others
    plugin: Any = config.plugins["i18n"]
    if plugin.building:
        return
    # Written when all languages are there.
    config.theme.static_templates.discard(SITEMAP)
    config.extra["first_env"] = env, files
    locales = [locale for locale in plugin.build_languages if locale != plugin.current_language]
    jobs = min(config.extra["cores"], len(locales))
    others = SideBySide(config, locales, jobs) if jobs > 1 and can_copy() else None


def _build_language(config: MkDocsConfig, dirty: bool = False) -> None:
    plugin: Any = config.plugins["i18n"]
    if others:
        others.take(plugin.current_language, plugin)
    else:
        build_leniently(config, dirty)


# After static-i18n, which builds the other languages in this event.
@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    plugin: Any = config.plugins["i18n"]
    if not plugin.building:
        env, files = config.extra["first_env"]
        write_sitemap(env, files, config, config.extra["first_nav"])


def on_build_error(error: Exception) -> None:
    _stop()


def on_shutdown() -> None:
    _stop()


def _stop() -> None:
    global others
    if others:
        others.stop()
        others = None
