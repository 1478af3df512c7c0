"""A handout: a page that is printed for a seminar, on so many sides of A4 as its `sides` says."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from .concept_links import first_wordings
from .fragment import build, elements_of_passage, put_after
from .inclusion import read_inclusions
from .labels import Labels
from .library import Library
from .page import Page
from .source import Source
from .source_cards import card

# Sections that are for writing and drawing, by their anchors, which are the same in every language.
QUESTIONS, DRAWING = "questions", "draw"


def is_handout(page: Page) -> bool:
    """Whether a page is printed as a handout."""
    return "sides" in page.meta


def introduce_handout(root: HtmlElement, page: Page, library: Library, labels: Labels) -> None:
    """Says whose the words are, makes room to write and to draw on paper, and names the sources of what is included.

    What the page itself quotes has its sources beside it.
    """
    inclusions = read_inclusions(page)
    quotes = bool(library.quotations_on(page))
    if quotes or inclusions:
        words = labels("Words with a bar beside them are a source's. All other words are ours.")
    else:
        words = labels("From here on the words are ours, not a source's.")
    if (heading := root.find("h1")) is not None:
        put_after(heading, build("p", words, class_="kb-ours"))
    for element in elements_of_passage(root, QUESTIONS):
        if element.tag == "ol":
            element.set("class", "kb-room")
    if drawing := elements_of_passage(root, DRAWING):
        put_after(drawing[-1], build("div", class_="kb-drawing"))
    if cards := [card(source, library, labels) for source in _sources_included(page, library)]:
        root.append(
            build("div", build("p", labels("Sources"), class_="kb-sources__title"), *cards, class_="kb-sources")
        )


def _sources_included(page: Page, library: Library) -> Iterator[Source]:
    """The sources of the wordings in the sets that a page includes, each once, without those that it quotes itself."""
    seen = {quotation.target for quotation in library.quotations_on(page)}
    for inclusion in read_inclusions(page):
        there = library.pages.get((page.locale, inclusion.target))
        if there is None:
            continue
        for concept in library.concepts_of(page.locale, str(there.meta.get("set", ""))):
            for source, quotation in first_wordings(concept, library):
                if quotation.target not in seen:
                    seen.add(quotation.target)
                    yield source
