"""The index of terms: every entry under its letter, as the language sorts, with the places that it leads to."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml.html import HtmlElement

from .address import Addresses
from .collation import letters
from .concept_links import NAMES, name_of
from .fragment import build
from .index_entries import SESSION, Entry, Place, entries_of
from .labels import Labels
from .library import Library
from .locale import language_tag
from .page import Page
from .printing.line_breaks import line_breaks
from .source import Passage

NUMBERED = re.compile(r"([a-z]+)-(\d+)")
# How much of a passage without a number is shown, in letters.
BEGINNING = 40


def show_index(root: HtmlElement, page: Page, library: Library, addresses: Addresses, labels: Labels) -> None:
    """Adds the index to a page: a line of letters, and under each letter its entries."""
    entries = {entry.name: entry for entry in entries_of(library, page.locale)}
    writer = _Writer(page, library, addresses, labels)
    line, index = build("p", class_="kb-letters"), build("div", class_="kb-index")
    for letter, names in letters(page.locale, entries).items():
        anchor = _anchor(letter)
        line.append(build("a", letter, href=f"#{anchor}"))
        line[-1].tail = " "
        index.append(build("h2", letter, id=anchor))
        index.append(build("dl", *(writer.entry(entries[name]) for name in names)))
    root.append(line)
    root.append(index)


def _anchor(letter: str) -> str:
    """The anchor of a letter, in ASCII: others would be written in another way in links."""
    if not letter.isalpha():
        return "letter-other"
    name = letter.lower()
    return f"letter-{name if name.isascii() else '-'.join(f'u{ord(sign):04x}' for sign in name)}"


class _Writer:
    """Writes entries as HTML on the page `here`."""

    def __init__(self, here: Page, library: Library, addresses: Addresses, labels: Labels) -> None:
        self.here, self.library, self.addresses, self.labels = here, library, addresses, labels

    def entry(self, entry: Entry) -> HtmlElement:
        """The name and its places; the passages of one source are one line."""
        lines = []
        for source, group in groupby(entry.places, lambda place: place.page if place.passage else None):
            places = list(group)
            if source:
                lines.append(self._passages(source, places))
            else:
                lines += [build("dd", self._link(place, *self._name(place.page, entry))) for place in places]
        return build("div", self._marked(build("dt", entry.name), entry.locale), *lines)

    def _passages(self, source: Page, places: Sequence[Place]) -> HtmlElement:
        title = build("span", self.labels("{owner}:").format(owner=source.title))
        line = build("dd", self._marked(title, source.locale))
        for number, place in enumerate(places):
            line[-1].tail = ", " if number else " "
            if place.passage:
                line.append(self._link(place, self._passage_name(place.passage, source)))
        return line

    def _link(self, place: Place, *words: HtmlElement | str) -> HtmlElement:
        return build("a", *words, href=self.addresses.between(self.here, place.page, place.anchor))

    def _marked(self, element: HtmlElement, locale: str) -> HtmlElement:
        """The element, marked where its words are in another language than the page."""
        if locale != self.here.locale:
            element.set("lang", language_tag(locale))
        return element

    def _name(self, page: Page, entry: Entry) -> Iterator[HtmlElement | str]:
        """What a page is called under an entry, so that it is found on paper too: never the entry's name once more."""
        key, title = (page.locale, page.path), page.title
        concept, source = self.library.concepts.get(key), self.library.sources.get(key)
        if SESSION.match(page.path):
            yield self.labels("Seminar")
        elif concept and title == entry.name:
            yield name_of(concept, self.labels)
        else:
            words = source.bibliography.title if source and title == entry.name else title
            yield words if page.locale == self.here.locale else self._marked(build("span", words), page.locale)
            if concept:
                yield f" ({name_of(concept, self.labels)})"

    def _passage_name(self, passage: Passage, source: Page) -> HtmlElement | str:
        """The number of a passage as its anchor has it; of one without a number, how it begins."""
        labels, match = self.labels, NUMBERED.fullmatch(passage.anchor)
        kind, number = match.groups() if match else ("", "")
        if kind in NAMES:
            return labels(NAMES[kind]).format(number=number)
        if kind == "para":
            return labels("Paragraph {number}").format(number=number)
        words = self.library.sources[source.locale, source.path].own_words_of(passage)
        # A word that a hyphen divides stays whole.
        ends = [end for end in line_breaks(words, source.locale) if words[end - 1] != "-"]
        end = max((end for end in ends if end <= BEGINNING), default=len(words))
        beginning = words if end == len(words) else f"{words[:end].rstrip(' ,;')}\u00a0…"
        return self._marked(build("q", beginning), source.locale)
