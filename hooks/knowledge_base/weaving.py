"""Everything that is done to the HTML of a page's article, in order."""

from lxml.html import HtmlElement

from .address import Addresses
from .concept_links import introduce_concept, link_concepts, list_concepts
from .custom_set import offer_choice
from .diagrams import inline_diagrams
from .file_list import PAGE as FILES
from .file_list import hold_place
from .fragment import parse, put_after, serialize
from .glossary import PATH as GLOSSARY
from .glossary import explain_terms
from .handout import introduce_handout, is_handout
from .keeping import controls
from .labels import Labels
from .library import Library
from .page import Page
from .passage_links import link_passages
from .progress_table import show_progress
from .source_cards import card, show_source_cards
from .standing_marks import mark_standings, name_of
from .term_index import show_index
from .term_table import show_terms
from .unit_elements import elements_of_units
from .worksheet import equip_worksheet


def weave(article: str, page: Page, library: Library, addresses: Addresses, labels: Labels) -> str:
    """The article with what the library knows: marks and back-links, source cards, numbers, sets, terms, diagrams."""
    root = parse(article)
    pairs = library.pairs_shown_on(page)
    elements = elements_of_units(root) if pairs else []
    _weave(root, library.as_shown.pages[page.locale, page.path], library.as_shown, addresses, labels)
    match page.meta.get("shows"):
        case "progress":
            show_progress(root, page, library, addresses, labels)
        case "terms" if base := library.term_bases.get(page.locale):
            show_terms(root, base, labels)
        case "index":
            show_index(root, page, library, addresses, labels)
    if original := library.original_of(page):
        numbers = {id(pair): number for number, pair in enumerate(library.pairs_of(page), 1)}
        mark_standings(
            elements,
            pairs,
            [name_of(pair, numbers[id(pair)]) for pair in pairs],
            lambda pair: library.former_words_of(page, pair),
            lambda pair: original.words_of(pair.english) if pair.english else "",
            labels,
        )
    return serialize(root)


def _weave(root: HtmlElement, page: Page, library: Library, addresses: Addresses, labels: Labels) -> None:
    for link in root.find_class("headerlink"):
        link.set("title", labels("Link to this section"))
    key = page.locale, page.path
    source, concept = library.sources.get(key), library.concepts.get(key)
    if source:
        link_passages(root, source, library, addresses, labels)
        heading = root.find("h1")
        if heading is not None:
            put_after(heading, card(source, library, labels))
        return
    glossary = library.glossaries.get(page.locale)
    if glossary and page.path != GLOSSARY:
        explain_terms(root, glossary, addresses.between(page, glossary.page))
    if concept:
        introduce_concept(root, concept, library, addresses, labels)
    else:
        link_concepts(root, page, library, addresses, labels)
    show_source_cards(root, page, library, labels)
    for counted in library.sets.values():
        if counted.page == page:
            list_concepts(root, counted, library, addresses, labels)
    if page.path == FILES:
        hold_place(root, labels)
    if is_handout(page):
        introduce_handout(root, page, library, labels)
    # Last: a drawing's words are not text of ours to explain or to mark.
    inline_diagrams(root, library.diagrams, labels)
    match page.meta.get("shows"):
        case "wheel":
            equip_worksheet(root, labels)
        case "custom set":
            offer_choice(root, page, library, addresses, labels)
        case controls.SHOWS:
            controls.offer_keeping(root, page, addresses, labels)
