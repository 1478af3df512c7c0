"""What our own code says to readers: the one place where its words stand, by the locale of the build."""

from collections.abc import Callable
from gettext import NullTranslations

Labels = Callable[[str], str]


def labels_for(locale: str) -> Labels:
    """The labels of a locale, as a function from the English words to that locale's; English itself needs no catalogue.

    The words in the code are English and keep their {places} for `str.format`.
    """
    return NullTranslations().gettext
