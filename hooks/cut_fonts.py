"""Puts web fonts beside the site: for devices without a font for Khmer, Lao or Thai. See `knowledge_base.font`."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from knowledge_base.font import ALL_WEIGHTS, LICENCE, PACKAGES, characters_of, cut_font, find_font

log = logging.getLogger("mkdocs.hooks.cut_fonts")


def on_post_build(config: MkDocsConfig) -> None:
    plugin: Any = config.plugins["i18n"]
    if plugin.building:
        return  # once, not for each language
    project = Path(config.config_file_path).parent
    packages = project / "node_modules" / "@fontsource-variable"
    folder = Path(config.site_dir) / "assets" / "fonts"
    library = config.extra["library"]
    for locale in (locale for locale in PACKAGES if locale in plugin.build_languages):
        font = find_font(packages, locale, ALL_WEIGHTS)
        if not font.is_file():
            log.info("No fonts for %s: readers without such letters see boxes. Install them with: npm ci", locale)
            continue
        names = [language.name for language in plugin.config.languages]
        characters = characters_of([*names, *library.texts_in(locale), _theme_words(config, locale)], locale)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{locale}-letters.woff2").write_bytes(cut_font(font, characters, project / ".cache" / "fonts"))
        licence = (packages / PACKAGES[locale] / LICENCE).read_text(encoding="utf-8")
        (folder / f"{locale}-licence.txt").write_text(licence, encoding="utf-8")


def _theme_words(config: MkDocsConfig, locale: str) -> str:
    """What the theme says in a language: the first of its folders that has the language's file, ours before its own."""
    files = (Path(folder) / "partials" / "languages" / f"{locale}.html" for folder in config.theme.dirs)
    return next((file.read_text(encoding="utf-8") for file in files if file.is_file()), "")
