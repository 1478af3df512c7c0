"""Nothing in a translation was left in English, but quotations of sources that are not translated.

English words that it talks about are marked: *words*{ lang=en }.
"""

import re
from collections.abc import Iterator

from ..library import Library
from ..page import Page
from ..problem import Problem
from ..script import SCRIPTS

RULE = "leftovers"

MARKED = re.compile(r"\*[^*\n]+\*\{\s*lang=[^}]*\}")
# Addresses, attribute lists and code are no words.
NO_WORDS = re.compile(r"\]\([^)]*\)|<[^>]*>|\{[^}]*\}|`[^`]*`|https?://\S+|!!! [\w-]+")
# In a text of another script three words of English in a row are enough; names begin with capitals.
RUN = re.compile(r"(?:\b[a-z]{2,}\b[ ,;]+){2,}[a-z]{2,}\b")
# In Latin script what gives English away are words that neither Vietnamese, Indonesian nor Filipino has.
ENGLISH = re.compile(
    r"\b(?:the|of|and|with|which|are|this|that|from|have|is|was|their|they|not|for|when)\b", re.IGNORECASE
)
MOST = 2
# A name has up to three words; counted, for a pattern of them takes hours on a long word.
NAME = 3
WORD = re.compile(r"[\w.]+")


def check(library: Library) -> Iterator[Problem]:
    """Problems of English words in translations."""
    for page in library.pages.values():
        original = library.original_of(page)
        if not original:
            continue
        same = {block.text for block in original.blocks if not _is_name(block.text)}
        quoted = set(_lines_of_english_quotations(library, page))
        found = [block for block in page.blocks if block.text in same and block.line not in quoted]
        untranslated = {block.line: block.text for block in found}
        for line, text in untranslated.items():
            yield _problem(page.file, line, text)
        for line, text in (*enumerate(page.head.split("\n"), 2), *enumerate(page.body.split("\n"), page.start)):
            if line not in untranslated and line not in quoted and (spot := _english(text, page.locale)):
                yield _problem(page.file, line, text, spot)


def _is_name(text: str) -> bool:
    return sum(1 for word in WORD.findall(text) if word.strip(".")) <= NAME


def _lines_of_english_quotations(library: Library, page: Page) -> Iterator[int]:
    """Where a page quotes a source that is there in English only: nobody may translate its words on another page."""
    for quotation in library.quotations_on(page):
        source = library.source_of(quotation)
        if source and source.page.locale != page.locale:
            yield from quotation.lines


def _english(text: str, locale: str) -> str:
    """The first stretch of English in a line, or ""."""
    words = NO_WORDS.sub(" ", MARKED.sub(" ", text))
    if locale in SCRIPTS:
        match = RUN.search(words)
        return match[0] if match else ""
    found = ENGLISH.findall(words)
    return str(found[0]) if len(found) > MOST else ""


def _problem(file: str, line: int, text: str, spot: str = "") -> Problem:
    remedy = "Translate them; English words that the text talks about are written *words*{ lang=en }."
    return Problem(file, line, RULE, "words in English", remedy, text, spot)
