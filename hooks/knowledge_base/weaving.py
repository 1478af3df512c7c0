"""Everything that is done to the HTML of a page's article, in order."""

from .address import Addresses
from .concept_links import introduce_concept, link_concepts, list_concepts
from .diagrams import inline_diagrams
from .fragment import parse, put_after, serialize
from .glossary import PATH as GLOSSARY
from .glossary import explain_terms
from .labels import Labels
from .library import Library
from .page import Page
from .passage_links import link_passages
from .source_cards import card, show_source_cards


def weave(article: str, page: Page, library: Library, addresses: Addresses, labels: Labels) -> str:
    """The article with what the library knows: marks and back-links, source cards, numbers, sets, terms, diagrams."""
    root = parse(article)
    for link in root.find_class("headerlink"):
        link.set("title", labels("Link to this section"))
    key = page.locale, page.path
    source, concept = library.sources.get(key), library.concepts.get(key)
    if source:
        link_passages(root, source, library, addresses, labels)
        heading = root.find("h1")
        if heading is not None:
            put_after(heading, card(source, library, labels))
        return serialize(root)
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
    # Last: a drawing's words are not text of ours to explain or to mark.
    inline_diagrams(root, library.diagrams, labels)
    return serialize(root)
