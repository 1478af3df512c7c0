"""The editions of a page: one for each locale that is built, in its language or falling back to English."""

from collections.abc import Iterable
from dataclasses import dataclass

from .locale import language_tag


@dataclass(frozen=True)
class Edition:
    """A page in the build of one locale.

    locale         of the build
    name           of the language, in itself
    url            below the site's root: "lo/glossary/", "" for the English home page
    is_current     whether it is the one that is being built
    is_translated  whether its text is in the locale's language; else it is English
    """

    locale: str
    name: str
    url: str
    is_current: bool
    is_translated: bool

    @property
    def tag(self) -> str:
        """The language of the locale, as `lang` and `hreflang` say it."""
        return language_tag(self.locale)


def translated(editions: Iterable[Edition]) -> list[Edition]:
    """The editions that are each other's translations; none where the current one is not among them.

    What falls back to English is not a translation, and search engines must not be told so.
    """
    found = [edition for edition in editions if edition.is_translated]
    return found if any(edition.is_current for edition in found) else []
