"""What an edition says of itself: its title, its language, its rights, where and when it was made."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from ..labels import Labels
from ..locale import language_tag
from ..plain_yaml import LOADER

TAG = re.compile(r"<[^>]+>")
NAME = "sse-knowledge-base"


@dataclass(frozen=True)
class Imprint:
    """The words of one edition, in its language.

    locale      of the site
    title       the site's name
    publisher   the site's name in English: whoever publishes the site
    description what it is, in a sentence
    rights      whose the texts are, without markup
    address     where its language is published; "" where that is not known
    made        the time that the editions are of
    """

    locale: str
    title: str
    publisher: str
    description: str
    rights: str
    address: str
    made: datetime

    @property
    def tag(self) -> str:
        """The language as `lang` says it."""
        return language_tag(self.locale)

    @property
    def file_name(self) -> str:
        """The edition's name without ".zim" or ".epub"."""
        return f"{NAME}-{self.locale}"


def read_imprint(config: Path, labels: Labels, address: str, seconds: int) -> Imprint:
    """The imprint of the labels' language, in the words of the site's configuration.

    address where the language is published
    seconds the time, as SOURCE_DATE_EPOCH has it
    """
    root = yaml.compose(config.read_text(encoding="utf-8"), Loader=LOADER)
    given = root.value if isinstance(root, yaml.MappingNode) else []
    said = {key.value: " ".join(value.value.split()) for key, value in given if isinstance(value, yaml.ScalarNode)}
    name, about, rights = (said.get(key, "") for key in ("site_name", "site_description", "copyright"))
    return Imprint(
        labels.locale,
        labels(name),
        name,
        labels(about),
        TAG.sub("", labels(rights)),
        address,
        datetime.fromtimestamp(seconds, UTC),
    )
