"""The library: all pages, sources, concepts and quotations of a folder, read once and never changed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .concept import Concept, ConceptSet, read_concept, read_set
from .diagrams import read_diagrams
from .glossary import PATH as GLOSSARY
from .glossary import Glossary, read_glossary
from .navigation import Navigation, read_navigation
from .page import Page, read_page
from .problem import Problem
from .quotation import Quotation, read_quotations
from .source import Passage, Source, is_source_page, read_source


@dataclass(frozen=True)
class Library:
    """What a folder of pages holds.

    pages      by locale and path: ("en", "principles/equality.md")
    navigation of the configuration beside the folder, or None
    diagrams   the text of the drawings that pages may show, by file name
    unreadable the problems of the files that could not be read
    """

    pages: Mapping[tuple[str, str], Page]
    navigation: Navigation | None
    diagrams: Mapping[str, str]
    unreadable: tuple[Problem, ...]

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
        """The concepts of one kind in one locale, by number."""
        return [each for (there, _), each in self.concepts.items() if there == locale and each.kind == kind]

    def source_of(self, quotation: Quotation) -> Source | None:
        """The source that a quotation names, in the quotation's own locale."""
        return self.sources.get((quotation.page.locale, quotation.target))

    def passage_of(self, quotation: Quotation) -> Passage | None:
        """The passage that a quotation links to."""
        source = self.source_of(quotation)
        return source.passages.get(quotation.anchor) if source else None


def read_library(docs: Path, config: Path | None = None) -> Library:
    """Reads every page below `docs/<locale>/`, and the navigation of the configuration beside it.

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
    navigation = read_navigation(config) if config and config.is_file() else None
    diagrams, problems = read_diagrams(docs / "assets" / "images", f"{docs.name}/assets/images")
    return Library(pages, navigation, diagrams, (*unreadable, *problems))
