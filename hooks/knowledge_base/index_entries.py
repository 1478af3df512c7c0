"""What an index of terms lists: terms, concepts, sources, their owners and sessions, each with its places."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from .concept import Concept
from .glossary import ABBREVIATED, Glossary, Term
from .handout import is_handout
from .library import Library
from .locale import SOURCE
from .page import Page
from .quotation import resolve
from .source import Passage, Source

# So many places for a word are looked up.
MOST = 12
HOME = "index.md"
SESSION = re.compile(r"seminar/session-\d+\.md")
# The line in which a source is named says nothing of a term.
NAMING = "attribution"


class Rank(IntEnum):
    """What comes first among an entry's places."""

    DEFINITION = 1
    OWN = 2
    PASSAGE = 3
    OURS = 4


class Place(NamedTuple):
    """Where something stands: a page, or a place on it; `passage` where it is one."""

    rank: Rank
    page: Page
    anchor: str = ""
    passage: Passage | None = None


@dataclass(frozen=True)
class Entry:
    """A name, the locale whose words it is, and the places that it leads to, in order."""

    name: str
    locale: str
    places: tuple[Place, ...]


class _Subject(NamedTuple):
    """What goes by several names and is found in the same places by each."""

    names: tuple[str, ...]
    locale: str
    places: tuple[Place, ...]


class _Text(NamedTuple):
    """A text in which terms are looked for, the headings in it, and the place that it is."""

    place: Place
    words: str
    headings: str


class _Uses(NamedTuple):
    """Where a term is used, and those of these places where a heading names it."""

    used: list[Place]
    named: list[Place]

    def unless_everywhere(self) -> list[Place]:
        """Where it is used; of more places than anybody looks up, those where a heading names it."""
        return self.used if len(self.used) <= MOST else self.named


def entries_of(library: Library, locale: str) -> list[Entry]:
    """The entries of a locale's index, unsorted; what is not translated has its English name."""
    glossary = library.glossaries.get(locale) or library.glossaries.get(SOURCE)
    pages = library.pages_in(locale)
    sources = [library.sources[page.locale, page.path] for page in pages if (page.locale, page.path) in library.sources]
    concepts = [concept for page in pages if (concept := library.concepts.get((page.locale, page.path)))]
    ours = [page for page in pages if page.locale == locale and _explains(page, library)]
    subjects = [
        *(_terms(glossary, locale, sources, concepts, ours) if glossary else ()),
        *(_concept(concept, sources, ours, library) for concept in concepts),
        *(each for source in sources for each in _source(source, glossary)),
        *(_Subject((page.title,), page.locale, (Place(Rank.OWN, page),)) for page in pages if SESSION.match(page.path)),
    ]
    return list(_merge(subjects, {page.path: at for at, page in enumerate(pages)}))


def _explains(page: Page, library: Library) -> bool:
    """Whether a page of ours explains: a concept's, or one that quotes; what is printed for a seminar repeats them."""
    if (page.locale, page.path) in library.concepts:
        return True
    return bool(library.quotations_on(page)) and not is_handout(page) and page.path != HOME


def _merge(subjects: Iterable[_Subject], order: dict[str, int]) -> Iterator[Entry]:
    """An entry for each name, whatever has it; each place once, in the order of the ranks, the navigation, the page.

    A page that the navigation does not name comes last: that it lacks is for a rule to say, with the line.
    """
    by_name: dict[str, list[_Subject]] = {}
    for subject in subjects:
        for name in filter(None, subject.names):
            by_name.setdefault(name, []).append(subject)
    for name, having in by_name.items():
        places: dict[tuple[str, str], Place] = {}
        for place in sorted(
            (place for subject in having for place in subject.places),
            key=lambda each: (
                each.rank,
                order.get(each.page.path, len(order)),
                each.passage.line if each.passage else 0,
            ),
        ):
            places.setdefault((place.page.path, place.anchor), place)
        yield Entry(name, having[0].locale, tuple(places.values()))


def _terms(
    glossary: Glossary, locale: str, sources: list[Source], concepts: list[Concept], ours: list[Page]
) -> Iterator[_Subject]:
    owned: dict[Term, list[Place]] = {}
    for source in sources:
        for term in _known(glossary, _owners(source)):
            owned.setdefault(term, []).append(Place(Rank.OWN, source.page))
    titles = [_Text(Place(Rank.OWN, concept.page), concept.title, concept.title) for concept in concepts]
    uses = [_uses(glossary, texts) for texts in (titles, _passages(sources, locale), map(_text, ours))]
    for term in glossary.terms:
        own = owned.get(term, [])
        in_titles, in_sources, in_ours = (found.get(term, _Uses([], [])) for found in uses)
        # An owner's own document has its name everywhere, and so has every page that quotes it.
        passages = [each for each in in_sources.unless_everywhere() if each.page not in [place.page for place in own]]
        pages = in_ours.named if own else in_ours.unless_everywhere()
        definition = Place(Rank.DEFINITION, glossary.page, term.anchor)
        yield _Subject(term.names, glossary.page.locale, (definition, *own, *in_titles.used, *passages, *pages))


def _uses(glossary: Glossary, texts: Iterable[_Text]) -> dict[Term, _Uses]:
    found: dict[Term, _Uses] = {}
    for text in texts:
        for term in dict.fromkeys(term for term, _ in glossary.find(text.words)):
            found.setdefault(term, _Uses([], [])).used.append(text.place)
        for term in dict.fromkeys(term for term, _ in glossary.find(text.headings)):
            found[term].named.append(text.place)
    return found


def _passages(sources: list[Source], locale: str) -> Iterator[_Text]:
    for source in sources:
        if source.page.locale != locale:
            continue
        for passage in source.passages.values():
            if passage.anchor == NAMING:
                continue
            # What stands below a heading has passages of its own.
            words = source.own_words_of(passage)
            place = Place(Rank.PASSAGE, source.page, passage.anchor, passage)
            yield _Text(place, words, words if passage.heading else "")


def _text(page: Page) -> _Text:
    """A page's own words: what it quotes is found in its source."""
    own = [block for block in page.blocks if not block.quotation]
    headings = "\n".join(block.text for block in own if block.kind == "heading")
    return _Text(Place(Rank.OURS, page), "\n".join(block.text for block in own), headings)


def _concept(concept: Concept, sources: list[Source], ours: list[Page], library: Library) -> _Subject:
    """A concept is found on its page, in the passages that word it, and on the pages that lead to it."""
    passages = [
        Place(Rank.PASSAGE, source.page, quotation.anchor, source.passages[quotation.anchor])
        for quotation in library.wordings_of(concept)
        for source in sources
        if source.page.path == quotation.target and quotation.anchor in source.passages
    ]
    path = concept.page.path
    leading = [Place(Rank.OURS, page) for page in ours if page.path != path and path in _targets(page)]
    return _Subject((concept.title,), concept.page.locale, (Place(Rank.OWN, concept.page), *passages, *leading))


def _targets(page: Page) -> set[str]:
    return {resolve(page.path, link.address)[0] for block in page.blocks for link in block.links}


def _source(source: Source, glossary: Glossary | None) -> Iterator[_Subject]:
    """A source under its page's title and its document's, and under the names of its owner."""
    own = Place(Rank.OWN, source.page)
    yield _Subject((source.page.title, source.bibliography.title), source.page.locale, (own,))
    terms = _known(glossary, _owners(source)) if glossary else {}
    definitions = [Place(Rank.DEFINITION, glossary.page, term.anchor) for term in terms] if glossary else []
    yield _Subject(_owners(source), source.page.locale, (*definitions, own))


def _owners(source: Source) -> tuple[str, ...]:
    """The names of a source's owner: in full, abbreviated, as on a card."""
    owner, short = source.bibliography.owner, source.bibliography.short_owner
    match = ABBREVIATED.fullmatch(owner)
    return tuple(dict.fromkeys((*(match.groups() if match else (owner,)), short)))


def _known(glossary: Glossary, names: Iterable[str]) -> dict[Term, None]:
    return dict.fromkeys(term for name in names if (term := glossary.by_name.get(name.lower())))
