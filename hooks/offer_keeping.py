"""Lets readers keep a language on their phone: lists all files that the build left. See `knowledge_base.keeping`."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.keeping.controls import SHOWS
from knowledge_base.keeping.publishing import publish
from knowledge_base.light.compression import compress_files
from knowledge_base.locale import SOURCE

serving = False


def on_startup(command: str, **_: object) -> None:
    # While serving, pages change by the minute; a browser must not keep them.
    global serving
    serving = command == "serve"


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    i18n: Any = config.plugins["i18n"]
    # One language alone is a quick preview.
    is_published = not serving and not i18n.config.build_only_locale
    pages = config.extra["library"].pages_in(SOURCE)
    config.extra["keeping"] = next(
        (page.path for page in pages if is_published and page.meta.get("shows") == SHOWS), None
    )
    env.globals["keeps"] = config.extra["keeping"] is not None


# The last of all: after this no file of the site changes.
@event_priority(-300)
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building or config.extra["keeping"] is None:
        return
    library, levers = config.extra["library"], config.extra["levers"]
    scripts = Path(config.docs_dir) / "assets" / "scripts"
    site = BuiltSite(Path(config.site_dir), tuple(i18n.build_languages))
    base = urlsplit(config.site_url or "").path or "/"
    written = publish(site, scripts, config.extra["keeping"], library.labels_in, base)
    if levers.compress:
        compress_files(written)
