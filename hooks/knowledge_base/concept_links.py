"""How a concept shows its place: its number in its set, the set at a glance, its words inside others' quotations."""

from collections.abc import Iterator
from functools import partial

from lxml.html import HtmlElement

from .address import Addresses
from .concept import Concept, ConceptSet
from .fragment import build, mark, put_after, quotations_in
from .labels import Labels
from .library import Library
from .page import Page
from .quotation import Quotation
from .source import Source
from .wording import find_words

NAMES = {
    "principle": "Principle {number}",
    "value": "Value {number}",
    "dimension": "Dimension {number}",
    "demand": "Demand {number}",
}


def name_of(concept: Concept, labels: Labels) -> str:
    """ "Principle 1": the kind and the number."""
    return labels(NAMES[concept.kind]).format(number=concept.number)


def introduce_concept(
    root: HtmlElement, concept: Concept, library: Library, addresses: Addresses, labels: Labels
) -> None:
    """Above the title, the concept's number, its set and whose count it is; below the quotations, that ours begins."""
    counted = library.set_of(concept.page.locale, concept.kind)
    heading = root.find("h1")
    if counted is None or heading is None:
        return
    words = labels("{name} of {count}, as {owner} count").format(
        name=name_of(concept, labels), count=counted.count, owner=counted.counted_by
    )
    link = build("a", words, href=addresses.between(concept.page, counted.page))
    heading.addprevious(build("p", link, class_="kb-eyebrow"))
    sections = root.findall("h2")
    if len(sections) > 1:
        words = labels("From here on the words are ours, not a source's.")
        sections[1].addprevious(build("p", words, class_="kb-ours"))


def list_concepts(
    root: HtmlElement, counted: ConceptSet, library: Library, addresses: Addresses, labels: Labels
) -> None:
    """Puts the concepts of a set, each with every owner's wording, before the first section of the set's page."""
    entries = [
        _entry(concept, library, addresses.between(counted.page, concept.page), labels)
        for concept in library.concepts_of(counted.page.locale, counted.kind)
    ]
    glance = build("ol", *entries, class_="kb-glance")
    section = root.find("h2")
    if section is None:
        root.append(glance)
    else:
        section.addprevious(glance)


def _entry(concept: Concept, library: Library, href: str, labels: Labels) -> HtmlElement:
    entry = build("li", build("a", concept.title, href=href, class_="kb-glance-name"), value=str(concept.number))
    if concept.page.locale != labels.locale:
        entry.set("lang", concept.page.locale)
    for source, quotation in first_wordings(concept, library):
        who = build("span", labels("{owner}:").format(owner=source.bibliography.short_owner), class_="kb-owner")
        entry.append(build("p", who, " ", build("q", " ".join(quotation.words)), class_="kb-wording"))
    return entry


def first_wordings(concept: Concept, library: Library) -> Iterator[tuple[Source, Quotation]]:
    """The first wording of each owner, which is the concept's name; what else an owner says of it is on its page."""
    owners: set[str] = set()
    for quotation in library.wordings_of(concept):
        source = library.source_of(quotation)
        if source and source.bibliography.short_owner not in owners:
            owners.add(source.bibliography.short_owner)
            yield source, quotation


def link_concepts(root: HtmlElement, page: Page, library: Library, addresses: Addresses, labels: Labels) -> None:
    """In quotations outside the concepts' pages, links the words that a concept quotes too, and lists the concepts.

    So a quoted definition is taken apart into its principles and values, by what their own pages quote.
    """
    for elements, quotation in zip(quotations_in(root), library.quotations_on(page), strict=False):
        source, passage = library.source_of(quotation), library.passage_of(quotation)
        if not source or not passage:
            continue
        found: dict[tuple[str, int], Concept] = {}
        others = library.quotations_of(source, passage)
        for other in sorted(others, key=lambda each: len(" ".join(each.words))):
            concept = library.concepts.get((other.page.locale, other.page.path))
            if not concept or not find_words(" ".join(other.words), " ".join(quotation.words)):
                continue
            href = addresses.between(page, concept.page)
            mark(elements[:-1], " ".join(other.words), partial(build, "a", class_="kb-mark", href=href))
            found[concept.kind, concept.number] = concept
        if found:
            line = build("p", build("span", labels("Explained under"), class_="kb-quoted-in"), class_="kb-references")
            for _, concept in sorted(found.items()):
                link = build("a", concept.title, href=addresses.between(page, concept.page))
                link.tail = " "
                line.append(link)
            put_after(elements[-2] if len(elements) > 1 else elements[-1], line)
