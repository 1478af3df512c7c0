"""While serving, builds again only the languages that a change concerns: see `engine.preview`."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from engine.preview import Preview
from engine.private import (
    begin,
    build_again,
    build_languages_by,
    copy_theme_once,
    empty_folder,
    in_short,
    language_builder,
    pages_of,
)

preview: Preview | None = None


def on_startup(command: str, **_: object) -> None:
    global preview
    preview = Preview() if command == "serve" else None


# After `build_side_by_side`, whose way of building languages is used for those that are concerned.
@event_priority(90)
def on_config(config: MkDocsConfig) -> None:
    plugin: Any = config.plugins["i18n"]
    if preview is None or plugin.building:
        return
    locales = sorted(plugin.build_languages, key=lambda locale: locale != plugin.default_language)
    now = preview.plan(Path(config.docs_dir), Path(config.config_file_path), locales)
    config.extra["languages_now"], is_whole = now, now == locales
    begin(plugin, now[0], is_first=True)
    empty_folder(is_whole)
    copy_theme_once(config, lambda: not is_whole)
    build_languages_by(_build_concerned(language_builder(), preview))


def _build_concerned(build: Callable[..., None], preview: Preview) -> Callable[..., None]:
    def build_concerned(config: MkDocsConfig, dirty: bool = False) -> None:
        plugin: Any = config.plugins["i18n"]
        locale = plugin.current_language
        first, *others = config.extra["languages_now"]
        if locale in others:
            build(config, dirty)
            preview.done(locale, [in_short(file) for file in pages_of(plugin)[locale]])
        elif locale != first:  # static-i18n takes up the first again where it is not the default one
            pages_of(plugin)[locale] = preview.pages[locale]

    return build_concerned


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    plugin: Any = config.plugins["i18n"]
    if preview and plugin.current_language != plugin.default_language:
        config.theme.static_templates.discard("404.html")  # the first language's is for all


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    plugin: Any = config.plugins["i18n"]
    if preview and not plugin.building:
        first = config.extra["languages_now"][0]
        preview.done(first, [in_short(file) for file in pages_of(plugin)[first]])


def on_build_error(error: Exception) -> None:
    if preview:
        preview.give_up()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> None:
    answer = server.get_app()

    def answer_up_to_date(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        first = environ["PATH_INFO"].removeprefix(server.mount_path).partition("/")[0]
        if preview:
            preview.ask_for(first, lambda: build_again(server))
        return answer(environ, start_response)  # type: ignore[misc]

    server.set_app(answer_up_to_date)
