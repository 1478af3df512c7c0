"""A source's page: the quoted words marked and linked to their concepts, and under each passage who quotes it."""

from collections import Counter
from functools import partial

from lxml.html import HtmlElement

from .address import Addresses
from .fragment import HEADINGS, build, elements_of_passage, has_class, mark, put_after
from .labels import Labels
from .library import Library
from .original import show_original
from .quotation import Quotation
from .source import EDITORS_NOTE, Source


def link_passages(root: HtmlElement, source: Source, library: Library, addresses: Addresses, labels: Labels) -> None:
    """Marks and lists the quotations of a source in the HTML of its page; what was there keeps its words."""
    passages = source.passages.values()
    quoted = {passage.anchor: library.quotations_of(source, passage) for passage in passages}
    elements = {passage.anchor: elements_of_passage(root, passage.anchor) for passage in passages}
    # The shortest first: of two quotations that overlap, the one that says less leads to the narrower concept.
    by_length = sorted((each for many in quoted.values() for each in many), key=lambda each: len(" ".join(each.words)))
    for quotation in by_length:
        _mark(elements[quotation.anchor], quotation, library, addresses)
    _set_apart(root)
    notes = _name_notes(root)
    for passage in passages:
        found = elements[passage.anchor]
        if not found:
            continue
        # A note right below its passage needs no link to it.
        below = found[0 if passage.heading else -1].getnext()
        far = [note for note in notes.get(passage.anchor, []) if below is None or below.get("id") != note]
        below_it: list[HtmlElement] = []
        if original := library.original_passage_of(source, passage):
            below_it.append(show_original(original, labels))
        if far or quoted[passage.anchor]:
            below_it.append(_reference_line(source, quoted[passage.anchor], far, addresses, labels))
        _append(found, below_it)


def _mark(elements: list[HtmlElement], quotation: Quotation, library: Library, addresses: Addresses) -> None:
    concept = library.concepts.get((quotation.page.locale, quotation.page.path))
    source = library.source_of(quotation)
    if not concept or not source:
        return
    href = addresses.between(source.page, quotation.page, quotation.id)
    for words in quotation.words:
        mark(elements, words, partial(build, "a", class_="kb-mark", href=href, title=concept.title))


def _set_apart(root: HtmlElement) -> None:
    """Marks what is the source's own, so that it looks like a quotation: all but the title and the editor's notes."""
    for element in root:
        if isinstance(element.tag, str) and element.tag != "h1" and not has_class(element, EDITORS_NOTE):
            element.set("class", f"{element.get('class', '')} kb-source-text".strip())


def _name_notes(root: HtmlElement) -> dict[str, list[str]]:
    """Gives each editor's note an id made of the passage that its first link leads to: by anchor, the notes' ids."""
    notes: dict[str, list[str]] = {}
    seen: Counter[str] = Counter()
    for note in root.find_class(EDITORS_NOTE):
        link = next((a.get("href", "") for a in note.iter("a")), "")
        if link.startswith("#"):
            anchor = link[1:]
            seen[anchor] += 1
            note.set("id", f"note-{anchor}" if seen[anchor] == 1 else f"note-{anchor}-{seen[anchor]}")
            notes.setdefault(anchor, []).append(note.get("id", ""))
    return notes


def _reference_line(
    source: Source, quotations: list[Quotation], notes: list[str], addresses: Addresses, labels: Labels
) -> HtmlElement:
    line = build("p", class_="kb-references")
    links = [build("a", labels("Editor's note"), href=f"#{note}", class_="kb-to-note") for note in notes]
    if quotations:
        pages: dict[str, Quotation] = {}
        for quotation in quotations:
            pages.setdefault(quotation.page.path, quotation)
        for quotation in pages.values():
            href = addresses.between(source.page, quotation.page, quotation.id)
            links.append(build("a", quotation.page.title, href=href))
    for index, link in enumerate(links):
        if index == len(notes):
            line.append(build("span", labels("Quoted in"), class_="kb-quoted-in"))
        link.tail = " "
        line.append(link)
    return line


def _append(elements: list[HtmlElement], new: list[HtmlElement]) -> None:
    """A list item takes the new elements in; else they follow the passage: right below its heading, or its last."""
    if elements[0].tag == "li":
        elements[0].extend(new)
        return
    for element in reversed(new):
        put_after(elements[0] if element.tag == "details" and elements[0].tag in HEADINGS else elements[-1], element)
