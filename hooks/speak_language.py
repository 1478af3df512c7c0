"""Says in the language of the build what the configuration says in English, and gives the templates its labels."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section

from knowledge_base.labels import Labels

SITE = ("site_name", "site_description", "copyright")


def _labels(config: MkDocsConfig) -> Labels:
    labels: Labels = config.extra["library"].labels_in(config.theme["language"])
    return labels


def on_pre_build(config: MkDocsConfig) -> None:
    # All locales share one configuration: its English words are those of the file, not those of the build before.
    given = config.extra.setdefault("said_in_english", {key: config[key] for key in SITE})
    for key in SITE:
        if given[key]:
            config[key] = _labels(config)(" ".join(given[key].split()))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    labels = _labels(config)
    for section in nav.items:
        if isinstance(section, Section):
            section.title = labels(section.title)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.globals["label"] = _labels(config)
    env.globals["labels_in"] = config.extra["library"].labels_in
