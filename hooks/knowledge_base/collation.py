"""The alphabet of a language: how it sorts words, and the letters that its indexes are divided by. ICU knows both.

A Thai or Lao vowel that is written before its consonant is sorted after it; Vietnamese đ is a letter of its own.
"""

from collections.abc import Callable, Iterable

from icu import AlphabeticIndex, Collator, Locale

from .locale import SOURCE, language_tag


def sort_key(locale: str) -> Callable[[str], bytes]:
    """What the words of a locale are compared by."""
    collator = Collator.createInstance(Locale(language_tag(locale)))

    def key(word: str) -> bytes:
        found: bytes = collator.getSortKey(word)
        return found

    return key


def letters(locale: str, words: Iterable[str]) -> dict[str, list[str]]:
    """The words in order, under the letters that the locale's indexes have; words in Latin letters are under A to Z.

    What begins with no letter of either stands under "…".
    """
    index = AlphabeticIndex(Locale(language_tag(locale)))
    index.addLabels(Locale(SOURCE))
    buckets = index.buildImmutableIndex()
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=sort_key(locale)):
        letter, *_ = buckets.getBucket(buckets.getBucketIndex(word))
        found.setdefault(letter, []).append(word)
    return found
