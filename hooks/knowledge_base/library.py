"""The library: all pages, sources, concepts and quotations of a folder, read once and never changed."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from .concept import Concept, ConceptSet, read_concept, read_set
from .diagrams import read_diagrams
from .glossary import PATH as GLOSSARY
from .glossary import Glossary, read_glossary
from .labels import Catalogue, Labels, read_catalogue
from .locale import SOURCE, Locales, read_locales
from .navigation import Navigation, read_navigation
from .page import Page, read_page
from .problem import Problem
from .quotation import Quotation, read_quotations
from .source import Passage, Source, is_source_page, read_source
from .terms import TermBase, read_terms
from .translation import Status, Statuses, read_statuses, take_over

# Beside the pages: what belongs to a locale as a whole. The dot keeps it out of the site.
TRANSLATIONS = ".translations"

Read = TypeVar("Read")


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
    statuses   what the translations of each locale say of themselves
    term_bases the key terms of each locale
    """

    pages: Mapping[tuple[str, str], Page]
    navigation: Navigation | None
    diagrams: Mapping[str, str]
    unreadable: tuple[Problem, ...]
    locales: Locales | None = None
    template: Catalogue | None = None
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    statuses: Mapping[str, Statuses] = field(default_factory=dict)
    term_bases: Mapping[str, TermBase] = field(default_factory=dict)

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
        if theirs.heading:
            return next(block.text for block in original.page.blocks if block.anchor == passage.anchor)
        return theirs.words

    def status_of(self, page: Page) -> Status | None:
        """What a translated page says of itself; None for an English page."""
        if page.locale == SOURCE:
            return None
        return self.statuses[page.locale].of(page.path) if page.locale in self.statuses else Status()

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


def read_library(docs: Path, config: Path | None = None) -> Library:
    """Reads every page below `docs/<locale>/`, what belongs to the locales, and the configuration beside it.

    A file that cannot be read does not stop the others: it is among the library's `unreadable`. What begins with a dot
    is left out, as MkDocs does: editors leave such files behind.
    """
    pages: dict[tuple[str, str], Page] = {}
    unreadable: list[Problem] = []
    for file in sorted(docs.glob("*/**/*.md")):
        locale, _, path = file.relative_to(docs).as_posix().partition("/")
        if "/." in f"/{locale}/{path}" or not file.is_file():
            continue
        page, problems = read_page(file, locale, path, f"{docs.name}/{locale}/{path}")
        unreadable += problems
        if page:
            pages[locale, path] = page
    for (locale, path), page in pages.items():
        if locale != SOURCE:
            pages[locale, path] = take_over(page, pages.get((SOURCE, path)))
    config = config if config and config.is_file() else None
    diagrams, problems = read_diagrams(docs / "assets" / "images", f"{docs.name}/assets/images")
    unreadable += problems
    beside = docs / TRANSLATIONS
    catalogues = _read_each(beside, "*/labels.po", read_catalogue, unreadable)
    templates = _read_each(docs, f"{TRANSLATIONS}/labels.pot", read_catalogue, unreadable)
    return Library(
        pages=pages,
        navigation=read_navigation(config) if config else None,
        diagrams=diagrams,
        locales=read_locales(config) if config else None,
        template=templates.get(TRANSLATIONS),
        catalogues=catalogues,
        statuses=_read_each(beside, "*/status.yml", read_statuses, unreadable),
        term_bases=_read_each(beside, "*/terms.yml", read_terms, unreadable),
        unreadable=tuple(unreadable),
    )


def _read_each(
    folder: Path, form: str, read: Callable[[Path, str], tuple[Read, list[Problem]]], unreadable: list[Problem]
) -> dict[str, Read]:
    """What is read from each file of a form below a folder, by the name of the folder that the file lies in."""
    found: dict[str, Read] = {}
    for file in sorted(folder.glob(form)):
        docs = folder if folder.name != TRANSLATIONS else folder.parent
        found[file.parent.name], problems = read(file, f"{docs.name}/{file.relative_to(docs).as_posix()}")
        unreadable += problems
    return found
