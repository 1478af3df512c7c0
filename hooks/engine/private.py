"""The private parts of MkDocs and static-i18n that we rely on, each in one place."""

from collections.abc import Callable, Iterable
from functools import cache
from types import SimpleNamespace
from typing import Any

import mkdocs.utils
import mkdocs_static_i18n.folder
import mkdocs_static_i18n.plugin
from jinja2 import Environment
from mkdocs.commands.build import _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

SITEMAP = "sitemap.xml"
_empty = mkdocs.utils.clean_directory


def _keep(directory: str) -> None:
    pass


def build_languages_by(build: Callable[..., None]) -> None:
    """Has static-i18n build each language but the first by this function, which gets what MkDocs' own `build` gets."""
    mkdocs_static_i18n.plugin.build = build


def language_builder() -> Callable[..., None]:
    """The function by which static-i18n builds each language but the first."""
    build: Callable[..., None] = mkdocs_static_i18n.plugin.build
    return build


def empty_folder(first: bool) -> None:
    """Whether builds begin with an empty folder; static-i18n has only the first language's do so."""
    mkdocs.utils.clean_directory = _empty if first else _keep


def begin(plugin: Any, locale: str, is_first: bool) -> None:
    """Has the next build be that of a language; that of the first one builds the others too."""
    plugin.building, plugin.current_language = not is_first, locale


def build_again(server: LiveReloadServer) -> None:
    """Has a server build as if a page had changed."""
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


def entries_of(plugin: Any) -> list[Any]:
    """What static-i18n gathered for the search, of all languages that are built; more can be added."""
    entries: list[Any] = plugin.search_entries
    return entries


def pages_of(plugin: Any) -> dict[str, Iterable[Any]]:
    """The pages' files of each language that is built, which the sitemap names; more can be added."""
    pages: dict[str, Iterable[Any]] = plugin.i18n_files_per_language
    return pages


def in_short(file: Any) -> SimpleNamespace:
    """Of a page's file what the sitemap reads: little enough to be handed from process to process."""
    page = file.page and SimpleNamespace(canonical_url=file.page.canonical_url)
    short = SimpleNamespace(src_uri=file.src_uri, url=file.url, locale=file.locale, page=page)
    short.alternates = {
        locale: short if other is file else SimpleNamespace(src_uri=other.src_uri, url=other.url)
        for locale, other in file.alternates.items()
    }
    return short


def write_sitemap(env: Environment, files: Files, config: MkDocsConfig, nav: Navigation) -> None:
    """Writes the sitemap, and the same compressed."""
    _build_theme_template(SITEMAP, env, files, config, nav)


def find_alternates_once(plugin: Any) -> None:
    """Has static-i18n find once where a page stands in another language, and for pages only.

    It would look for each file as often as the square of the number of languages, and find the same.
    """
    find = plugin.reconfigure_files_alternates
    found: dict[tuple[str, str, str], File] = {}

    def find_kept(sources: dict[str, File], others: Any, config: MkDocsConfig, create: Callable[..., File]) -> None:
        def create_once(file: File, locale: str, *rest: Any) -> File:
            key = file.src_uri, file.dest_uri, locale
            if key not in found:
                found[key] = create(file, locale, *rest)
            return found[key]

        pages = {path: file for path, file in sources.items() if file.is_documentation_page()}
        find(pages, others, config, create_once)

    plugin.reconfigure_files_alternates = find_kept
    folder = mkdocs_static_i18n.folder
    folder.is_relative_to = cache(getattr(folder.is_relative_to, "__wrapped__", folder.is_relative_to))


def copy_theme_once(config: MkDocsConfig, is_copied: Callable[[], bool]) -> None:
    """Has the theme's own files be looked up and copied only where they are not: all languages share them."""
    get_env = config.theme.get_env

    def get_env_once() -> Environment:
        env = get_env()
        if is_copied():
            env.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return env

    config.theme.get_env = get_env_once  # type: ignore[method-assign]
