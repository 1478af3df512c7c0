"""The library: all pages, sources, concepts and quotations of a folder, read once and never changed."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from .completion import complete
from .concept import Concept, ConceptSet, read_concept, read_set
from .glossary import PATH as GLOSSARY
from .glossary import Glossary, read_glossary
from .history import text_of
from .hosts import Hosts
from .labels import Catalogue, Labels
from .locale import SOURCE, Locales
from .navigation import Navigation
from .page import Page, parse_page
from .problem import Problem
from .quotation import Quotation, read_quotations
from .recording import Records, stand_now
from .reviewers import Reviewers
from .source import Passage, Source, is_source_page, read_source
from .standing import Pair
from .summary import Summary, sum_up
from .terms import TermBase
from .unit import Unit


@dataclass(frozen=True)
class Library:
    """What a folder of pages holds.

    pages      by locale and path: ("en", "principles/equality.md")
    navigation of the configuration beside the folder, or None
    diagrams   the text of the drawings that pages may show, by file name
    unreadable the problems of the files that could not be read
    locales    the locales of the configuration, or None
    template   the catalogue with all labels and no translation, or None
    catalogues the labels of each locale that has a catalogue
    term_bases the key terms of each locale
    records    what is recorded of the translations
    reviewers  who may review them
    hosts      the hosts that pages may lead to; None where there is no configuration
    root       the folder whose history has the earlier versions of the pages
    """

    pages: Mapping[tuple[str, str], Page]
    navigation: Navigation | None
    diagrams: Mapping[str, str]
    unreadable: tuple[Problem, ...]
    locales: Locales | None = None
    template: Catalogue | None = None
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    term_bases: Mapping[str, TermBase] = field(default_factory=dict)
    records: Records = field(default_factory=Records)
    reviewers: Reviewers = field(default_factory=Reviewers)
    hosts: Hosts | None = None
    root: Path = Path()

    @cached_property
    def labels(self) -> Mapping[str, Labels]:
        """The labels of each locale that has a catalogue."""
        return {locale: catalogue.labels(locale) for locale, catalogue in self.catalogues.items()}

    def labels_in(self, locale: str) -> Labels:
        """The labels of a locale; English where it has no catalogue."""
        return self.labels.get(locale) or Labels(locale)

    def texts_in(self, locale: str) -> Iterator[str]:
        """All that is written in a locale: its pages, its labels, the names of its months."""
        for (there, _), page in self.pages.items():
            if there == locale:
                yield from (page.head, page.body)
        labels = self.labels_in(locale)
        yield from labels.words.values()
        yield from (labels.date(f"2000-{month:02}-01") for month in range(1, 13))

    def original_of(self, page: Page) -> Page | None:
        """The English page that a page translates; None for an English page."""
        return None if page.locale == SOURCE else self.pages.get((SOURCE, page.path))

    def original_words_of(self, quotation: Quotation) -> tuple[str, ...]:
        """What the English page quotes in the same place as a translation; () for an English page."""
        original = self.original_of(quotation.page)
        others = self.quotations_on(original) if original else ()
        return next((other.words for other in others if other.id == quotation.id), ())

    def original_passage_of(self, source: Source, passage: Passage) -> str:
        """The English words of a translated passage, of a heading its own words alone; "" on an English page."""
        original = self.sources.get((SOURCE, source.page.path))
        theirs = original.passages.get(passage.anchor) if original else None
        if source.page.locale == SOURCE or original is None or theirs is None:
            return ""
        return original.own_words_of(theirs)

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], list[Pair]]:
        """The units of each translated page beside the English ones, by locale and path."""
        return dict(stand_now(self.pages, self.records))

    def pairs_of(self, page: Page) -> list[Pair]:
        """The units of a translated page beside the English ones; none for a page without an English one."""
        return self.pairs.get((page.locale, page.path), [])

    def summary_of(self, page: Page) -> Summary | None:
        """What a translated page says of itself; None for an English page."""
        return None if page.locale == SOURCE else sum_up(self.pairs_of(page))

    def former_words_of(self, page: Page, pair: Pair) -> str:
        """The English words that a page's unit was made from; "" where the history is not at hand."""
        former = self._former(page, pair)
        return former[0].words_of(former[1]) if former else ""

    def former_unit(self, page: Page, pair: Pair) -> Unit | None:
        """The English unit that a page's unit was made from; None where the history is not at hand."""
        former = self._former(page, pair)
        return former[1] if former else None

    def _former(self, page: Page, pair: Pair) -> tuple[Page, Unit] | None:
        former, _ = parse_page(text_of(self.root, pair.standing.blob), SOURCE, page.path, "")
        found = (unit for unit in (former.units if former else ()) if unit.mark.fingerprint == pair.standing.made_from)
        return next(((former, unit) for unit in found), None) if former else None

    @cached_property
    def _completed(self) -> Mapping[tuple[str, str], tuple[Page, list[Pair]]]:
        return {key: complete(self.pages[key], self.pages[SOURCE, key[1]], pairs) for key, pairs in self.pairs.items()}

    def pairs_shown_on(self, page: Page) -> list[Pair]:
        """The pairs of a translated page in the order in which readers see them."""
        return self._completed[page.locale, page.path][1] if (page.locale, page.path) in self._completed else []

    @cached_property
    def as_shown(self) -> "Library":
        """The library as readers see it: what a translation lacks stands there in English."""
        pages = {key: page for key, (page, _) in self._completed.items() if page is not self.pages[key]}
        return replace(self, pages={**self.pages, **pages}) if pages else self

    @cached_property
    def sources(self) -> Mapping[tuple[str, str], Source]:
        """The sources, by locale and path."""
        return {key: read_source(page) for key, page in self.pages.items() if is_source_page(page)}

    @cached_property
    def concepts(self) -> Mapping[tuple[str, str], Concept]:
        """The concepts, by locale and path, sorted as in their sets."""
        found = {key: concept for key, page in self.pages.items() if (concept := read_concept(page))}
        return dict(sorted(found.items(), key=lambda item: (item[0][0], item[1].kind, item[1].number, item[0][1])))

    @cached_property
    def sets(self) -> Mapping[tuple[str, str], ConceptSet]:
        """The sets, by locale and kind."""
        return {(page.locale, found.kind): found for page in self.pages.values() if (found := read_set(page))}

    @cached_property
    def glossaries(self) -> Mapping[str, Glossary]:
        """The glossary of each locale that has one."""
        return {locale: read_glossary(page) for (locale, path), page in self.pages.items() if path == GLOSSARY}

    @cached_property
    def _quotations(self) -> Mapping[tuple[str, str], tuple[Quotation, ...]]:
        return {key: read_quotations(page) for key, page in self.pages.items() if key not in self.sources}

    @cached_property
    def _quoted(self) -> Mapping[tuple[str, str, str], list[Quotation]]:
        found: dict[tuple[str, str, str], list[Quotation]] = {}
        others = [key for key in self.pages if key not in self.concepts]
        for key in (*self.concepts, *others):
            for quotation in self._quotations.get(key, ()):
                found.setdefault((key[0], quotation.target, quotation.anchor), []).append(quotation)
        return found

    def quotations_on(self, page: Page) -> tuple[Quotation, ...]:
        """What a page quotes, in its order. A source quotes nobody: what it holds is the passages themselves."""
        return self._quotations.get((page.locale, page.path), ())

    def wordings_of(self, concept: Concept) -> list[Quotation]:
        """The owners' own wordings of a concept: what its page quotes in its first section."""
        sections = [block.line for block in concept.page.blocks if block.level == 2]
        end = sections[1] if len(sections) > 1 else math.inf
        return [quotation for quotation in self.quotations_on(concept.page) if quotation.line < end]

    def quotations_of(self, source: Source, passage: Passage) -> list[Quotation]:
        """Who quotes a passage: concepts first, by kind and number, then the other pages by path."""
        return self._quoted.get((source.page.locale, source.page.path, passage.anchor), [])

    def page_at(self, path: str) -> Page | None:
        """The page at a path below `docs/`: "en/principles/equality.md"."""
        locale, _, below = path.partition("/")
        return self.pages.get((locale, below))

    def pages_in(self, locale: str) -> list[Page]:
        """The pages of a locale in the order of the navigation, in English where they are not translated."""
        paths = [entry.path for entry in self.navigation.entries] if self.navigation else []
        pages = (self.pages.get((locale, path)) or self.pages.get((SOURCE, path)) for path in paths)
        return [page for page in pages if page]

    def concepts_of(self, locale: str, kind: str) -> list[Concept]:
        """The concepts of one kind in one locale, by number; one that is not translated is the English one."""
        english = (each for (there, _), each in self.concepts.items() if there == SOURCE and each.kind == kind)
        own = [each for (there, _), each in self.concepts.items() if there == locale and each.kind == kind]
        if locale == SOURCE:
            return own
        paths = {each.page.path for each in own}
        own += (each for each in english if each.page.path not in paths)
        return sorted(own, key=lambda each: each.number)

    def set_of(self, locale: str, kind: str) -> ConceptSet | None:
        """The set that counts the concepts of one kind: the locale's, or the English one where it has none."""
        return self.sets.get((locale, kind)) or self.sets.get((SOURCE, kind))

    def source_of(self, quotation: Quotation) -> Source | None:
        """The source that a quotation names, in the quotation's own locale, or in English where it has none."""
        own = self.sources.get((quotation.page.locale, quotation.target))
        return own or self.sources.get((SOURCE, quotation.target))

    def passage_of(self, quotation: Quotation) -> Passage | None:
        """The passage that a quotation links to."""
        source = self.source_of(quotation)
        return source.passages.get(quotation.anchor) if source else None
