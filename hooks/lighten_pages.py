"""Makes the pages light once all languages are built: see `knowledge_base.light`."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from knowledge_base.light.levers import NONE, NoSuchLever, read_levers
from knowledge_base.light.lighten import lighten

# One page of each kind that readers open first: their first screen waits for nothing but the page itself.
SAMPLES = ("index.html", "values/index.html", "values/equality/index.html", "sources/ilo-resolution/index.html")
serving = False


def on_startup(command: str, **_: object) -> None:
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    try:
        levers = read_levers(config.extra.get("light"))
    except NoSuchLever as reason:
        raise PluginError(f"mkdocs.yml: {reason}") from reason
    # While serving, a page comes from this machine, and languages are built one by one: each page stays as it was made.
    levers = config.extra["levers"] = NONE if serving else levers
    if levers.menu:
        features = config.theme["features"]
        config.theme["features"] = [each for each in features if each != "navigation.sections"] + ["navigation.prune"]


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    # static-i18n builds the other languages in this event, at a higher priority.
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    site, levers = Path(config.site_dir), config.extra["levers"]
    locales = ["", *(f"{locale}/" for locale in i18n.build_languages)]
    base = urlsplit(config.site_url or "").path or "/"
    # What a page may run is named in the page: see guard_pages.py.
    config.extra["written"] = lighten(site, levers, [f"{locale}{each}" for locale in locales for each in SAMPLES], base)
