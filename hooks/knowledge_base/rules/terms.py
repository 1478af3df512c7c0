"""Key terms are rendered as the locale's term base says, and never as it says they must not be."""

from collections.abc import Iterator

from ..block import Block
from ..library import Library
from ..page import Page
from ..problem import Problem
from ..standing import CURRENT
from ..terms import RULE, TermBase
from ..wording import find_words, tidy


def check(library: Library) -> Iterator[Problem]:
    """Problems of the translations' terms, page by page: where the English has a term, its rendering stands too.

    Units whose English changed since, or that are missing, do not count.
    """
    for page in library.pages.values():
        base, original = library.term_bases.get(page.locale), library.original_of(page)
        if base and original:
            current = [pair.english for pair in library.pairs_of(page) if pair.standing.state in CURRENT]
            english = [block for unit in current if unit for block in original.blocks_of(unit)]
            words = tidy(" ".join(block.text for block in page.blocks)).lower()
            yield from _check_renderings(page, words, english, base)
            yield from _check_avoided(page, words, base)


def _check_renderings(page: Page, words: str, blocks: list[Block], base: TermBase) -> Iterator[Problem]:
    english = "\n".join(block.text for block in blocks).lower()
    for term in base.terms:
        # Most terms of most pages are rendered, and most of the others do not occur; only the rest is searched.
        if any(each in words for each in term.folded_renderings) or not term.may_stand_in(english):
            continue
        if line := next((block.line for block in blocks if term.pattern.search(block.text)), 0):
            message = f"“{term.term}” of the English page (line {line}) is not rendered as “{term.renderings[0]}”"
            remedy = f"Use that rendering, or mend {base.file} (line {term.line})."
            yield Problem(page.file, page.start, RULE, message, remedy)


def _check_avoided(page: Page, words: str, base: TermBase) -> Iterator[Problem]:
    for term in base.terms:
        for wrong in (each for each in term.avoid if tidy(each).lower() in words):
            for block in page.blocks:
                if find_words(wrong, block.text):
                    message = f"“{wrong}” is not the term for “{term.term}”"
                    remedy = f"Write “{term.renderings[0]}”, or mend {base.file} (line {term.line})."
                    yield Problem(page.file, block.line, RULE, message, remedy, block.text, wrong)
