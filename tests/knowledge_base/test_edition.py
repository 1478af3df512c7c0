"""The editions of a page: which of them are translations of each other."""

import pytest

from knowledge_base.edition import Edition, translated


def edition(locale: str, is_translated: bool, is_current: bool = False) -> Edition:
    """A page in the build of a locale."""
    return Edition(locale, locale.upper(), f"{locale}/", is_current, is_translated)


@pytest.mark.parametrize(("current", "found"), [("en", ["en", "tl"]), ("tl", ["en", "tl"]), ("km", []), ("none", [])])
def test_translations_are_those_whose_text_is_in_the_language(current: str, found: list[str]) -> None:
    """What falls back to English is none, and has none; search engines are told so."""
    is_translated = {"en": True, "km": False, "tl": True}
    editions = [edition(locale, there, locale == current) for locale, there in is_translated.items()]
    assert [each.locale for each in translated(editions)] == found


def test_an_edition_says_its_language_as_pages_do() -> None:
    """The code of a locale is not always that of its language."""
    assert [edition(locale, True).tag for locale in ("tl", "km")] == ["fil", "km"]
