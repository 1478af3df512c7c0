"""Quoted words stand in the passage that the quotation links to, and every blockquote says where it comes from."""

from collections.abc import Iterator

from ..library import Library
from ..locale import SOURCE
from ..page import Page
from ..problem import Problem
from ..quotation import Quotation, unsourced
from ..source import is_source_page
from ..wording import find_words, nearest
from .links import nearest_anchor

RULE = "quotations"


def check(library: Library) -> Iterator[Problem]:
    """Problems of the quotations on all pages. A source's own page may hold blockquotes of the source."""
    for page in library.pages.values():
        if is_source_page(page):
            continue
        for block in unsourced(page):
            message = "a quotation that does not say where it comes from"
            remedy = "End it with `>` and `> — [Owner, document, place](../sources/….md#passage)`."
            yield Problem(page.file, block.line, RULE, message, remedy, block.text)
        for quotation in library.quotations_on(page):
            yield from _check_target(library, page, quotation)
            yield from _check_words(library, page, quotation)


def _check_target(library: Library, page: Page, quotation: Quotation) -> Iterator[Problem]:
    source, line = library.source_of(quotation), quotation.link_line
    if not source:
        names = ", ".join(sorted(path for locale, path in library.sources if locale == SOURCE))
        message = f"this quotation links to {quotation.target}, which is not a source"
        remedy = f"Link to one of {names}." if names else "Write the source's page first."
        yield Problem(page.file, line, RULE, message, remedy, page.text_of(line))
    elif not library.passage_of(quotation):
        spot = f"#{quotation.anchor}" if quotation.anchor else ""
        message = f"there is no passage {spot} in" if spot else "this quotation links to no passage of"
        remedy = nearest_anchor(quotation.anchor, source.passages)
        yield Problem(page.file, line, RULE, f"{message} {source.page.file}", remedy, page.text_of(line), spot)


def _check_words(library: Library, page: Page, quotation: Quotation) -> Iterator[Problem]:
    source, passage = library.source_of(quotation), library.passage_of(quotation)
    if source and source.page.locale != page.locale:
        return  # the locale has no translation of the source to compare with
    if passage and not quotation.words:
        remedy = "Write the quoted words above the line that names the source."
        yield Problem(page.file, quotation.line, RULE, "a quotation without words", remedy)
        return
    if not passage or find_words(" ".join(quotation.words), passage.words):
        return
    for number, words in enumerate(quotation.words):
        if find_words(words, passage.words):
            continue
        wording, spot = nearest(words, passage.words)
        message = f"these words do not stand in {quotation.target}#{passage.anchor}"
        remedy = (
            f"That passage says: “{wording}”. Copy it from there." if wording else "Link to the passage they are from."
        )
        yield Problem(page.file, quotation.lines[number], RULE, message, remedy, words, spot)
        return
    message = f"the paragraphs of this quotation do not follow each other in {quotation.target}#{passage.anchor}"
    remedy = "Quote them in the order of the passage, and write […] where words are left out."
    yield Problem(page.file, quotation.line, RULE, message, remedy)
