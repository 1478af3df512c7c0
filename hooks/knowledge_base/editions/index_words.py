"""Text as a ZIM archive's index is to have it, so that readers find words in scripts without spaces between them.

Xapian, which indexes the archives, takes all that stands between two spaces for one word. ICU's dictionaries know the
words of Khmer, Lao and Thai; but readers type several of them without a space, and Xapian would take these for one
word too. So runs of words stand in the index as well.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from icu import BreakIterator, Locale, Transliterator
from lxml.html import HtmlElement

from ..fragment import BLOCKS, take_out

# What is not the page's own text.
LEFT_OUT = ("headerlink", "kb-notice", "kb-offer", "kb-on-screen", "kb-original", "kb-to-print")
# How many words a run has at most: more finds little more, and the archives grow.
LONGEST_RUN = 4
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
LETTER = re.compile(r"\w")


def index_text(article: HtmlElement) -> str:
    """The text of an article for the index; the article loses what is left out."""
    take_out(article, LEFT_OUT)
    for block in article.iter(*BLOCKS, "br", "dd", "figcaption", "text"):
        block.text, block.tail = f" {block.text or ''}", f" {block.tail or ''}"
    return index_words(article.text_content())


def index_words(text: str) -> str:
    """The words of a text and their runs, folded."""
    return fold(" ".join(_words(text)))


def fold(text: str) -> str:
    """The text as libzim folds what a reader types: in small letters and without marks, vowel signs among them.

    https://github.com/openzim/libzim/blob/main/src/tools.cpp (removeAccents)
    """
    folded: str = _folding().transliterate(text)
    return folded


@cache
def _folding() -> Transliterator:
    return Transliterator.createInstance("Lower; NFD; [:M:] remove; NFC")


def _words(text: str) -> Iterator[str]:
    # ICU takes a dictionary by the script, not by the language.
    breaker = BreakIterator.createWordInstance(Locale.getRoot())
    breaker.setText(text)
    # ICU counts units of UTF-16.
    units = text.encode("utf-16-le")
    words = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in pairwise([0, *breaker])]
    for number, word in enumerate(words):
        if not LETTER.search(word):
            continue
        run = word
        yield run
        for more in words[number + 1 : number + LONGEST_RUN]:
            if not UNSPACED.match(word) or not UNSPACED.match(more):
                break
            run += more
            yield run
