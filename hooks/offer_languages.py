"""Tells the templates in which languages a page is there, and what a translation says of itself."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from knowledge_base.editing import Host
from knowledge_base.edition import Edition, translated
from knowledge_base.locale import SOURCE, language_tag
from knowledge_base.page import Page as Ours
from knowledge_base.summary import sentences

NOT_FOUND = "404.html"


def _editions(file: File, config: MkDocsConfig) -> list[Edition]:
    """The editions of a page, by what static-i18n knows of its file."""
    alternates: dict[str, File] = file.alternates  # type: ignore[attr-defined]
    return [
        Edition(
            locale=language.locale,
            name=language.name,
            url="" if there.url == "./" else there.url,
            is_current=there is file,
            is_translated=_locale_of(there) == language.locale,
        )
        for language in _languages(config)
        if (there := alternates.get(language.locale))
    ]


def _languages(config: MkDocsConfig) -> list[Any]:
    return [language for language in config.plugins["i18n"].config.languages if language.build]


def _locale_of(file: File) -> str:
    return file.src_uri.partition("/")[0]


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    library = config.extra["library"]
    locale = _locale_of(page.file)
    falls_back = locale != config.theme["language"]
    editions = _editions(page.file, config)
    guide = config.extra["addresses"].urls.get("translating.md")
    ours = library.page_at(page.file.src_uri)
    summary = library.summary_of(ours) if ours else None
    host = Host(**config.extra["host"])
    return context | {
        "editions": editions,
        "translations": translated(editions),
        "original": next((edition for edition in editions if edition.locale == SOURCE), None),
        "text_language": language_tag(locale),
        "falls_back": falls_back,
        "said": list(sentences(summary, library.labels_in(locale))) if summary and not falls_back else [],
        "help": guide,
        "edit": _edit(ours, host, config.theme["language"]) if ours else "",
    }


def _edit(page: Ours, host: Host, locale: str) -> str:
    """Where a reader of a translation improves it, or begins it where the page falls back to English."""
    if page.locale != locale:
        return host.create(page, locale)
    return "" if page.locale == SOURCE else host.edit(page)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    current = config.theme["language"]
    homes = [
        Edition(each.locale, each.name, "" if each.default else f"{each.locale}/", each.locale == current, True)
        for each in _languages(config)
    ]
    return context | {"editions": homes, "translations_of": lambda file: translated(_editions(file, config))}


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """One page says in all languages that something is not there; else the last language built would write over it."""
    plugin: Any = config.plugins["i18n"]
    return "" if template_name == NOT_FOUND and plugin.building else output
