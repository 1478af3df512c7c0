"""What a reader can search in one language: its pages, cut into sections, as a script that hands them over.

A script, since a page that was opened from a folder may load scripts and nothing else. It holds words and no index:
the browser makes that when it is needed, from fewer bytes than an index has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from .address import Addresses
from .concept_links import name_of
from .fragment import has_class, parse
from .glossary import PATH as GLOSSARY
from .inclusion import Content
from .labels import Labels
from .library import Library
from .locale import language_tag
from .page import Page
from .search_section import Section, sections_of, tidy
from .short_letters import exchange, table

FOLDER = "search"
NUMBER = re.compile(r"\d")
# How much a page is worth among those that have the words: those that define and say come before those that help.
WORTH = {"concept": 5, "source": 5, "glossary": 5, "set": 4, "page": 3, "seminar": 2, "help": 1}
# Tables of numbers and lists of links: nobody looks for their words there.
LISTS = ("translations.md", "terms.md")
# Long, and for few: found by their headings, so that no reader pays for the rest.
BY_HEADINGS = ("offline.md", "translating.md")
HELP = (*LISTS, "about.md", "offline.md", "translating.md", "seminar/custom-set.md")


@dataclass(frozen=True)
class SearchedPage:
    """A page as the script has it.

    address  from the site's root
    title    its title
    worth    what it is worth among pages that have the same words
    about    what it is found by beside its own words
    language of its text, where that is not the language of the script
    sections in order
    """

    address: str
    title: str
    worth: int
    about: str
    language: str
    sections: tuple[Section, ...]

    def texts(self) -> Iterator[str]:
        """All that is to be read on it."""
        yield from (self.title, self.about)
        for section in self.sections:
            yield from (section.heading, section.name, section.text)

    def rows(self, letters: Mapping[int, str]) -> Iterator[str]:
        """Its line and, behind tabs, its sections' lines, with letters exchanged in all that is read."""
        title, about = self.title.translate(letters), self.about.translate(letters)
        yield "\t".join((f"/{self.address}", title, str(self.worth), about, self.language))
        for each in self.sections:
            read = (text.translate(letters) for text in (each.heading, each.name, each.text))
            yield "\t".join(("", each.anchor, *read))


def file_of(locale: str) -> str:
    """Where the script of a language lies below the site's root: "search/lo.js"."""
    return f"{FOLDER}/{locale}.js"


def script(contents: Mapping[str, Content], library: Library, addresses: Addresses, locale: str) -> str:
    """All pages of one language, as a call of a function of the page that asked for them."""
    labels = library.labels_in(locale)
    pages = [_page(*content, library, addresses, labels) for _, content in sorted(contents.items())]
    return hand_over(pages, locale)


def hand_over(pages: Sequence[SearchedPage], locale: str) -> str:
    """The pages as a call of the function, in letters that take fewer bytes."""
    pairs = exchange(text for page in pages for text in page.texts())
    letters = table(pairs)
    rows = "\n".join(row for page in pages for row in page.rows(letters))
    # Between backticks lines and tabs stand as they are, which packs better than their escapes.
    return f"knowledgeBaseSearch({_quoted(locale)},{_quoted(pairs)},{_quoted(rows)})\n"


def _quoted(text: str) -> str:
    return "`" + re.sub(r"[\\`]|\$(?=\{)", r"\\\g<0>", text) + "`"


def _page(page: Page, article: str, library: Library, addresses: Addresses, labels: Labels) -> SearchedPage:
    root = parse("" if page.path in LISTS else article)
    sections = sections_of(root, dict(_names_of_passages(root, page, library)))
    if page.path in BY_HEADINGS:
        sections = [replace(section, texts=[]) for section in sections]
    return SearchedPage(
        address=addresses.to_root(page),
        title=page.title,
        worth=WORTH[_kind(page, library)],
        about=_about(page, library, labels),
        language="" if page.locale == labels.locale else language_tag(page.locale),
        sections=tuple(sections),
    )


def _names_of_passages(root: HtmlElement, page: Page, library: Library) -> Iterator[tuple[str, str]]:
    """What notes call a passage of the page, and what those call it who quote it."""
    for link in root.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#") and not has_class(link, "headerlink") and NUMBER.search(link.text_content()):
            yield href[1:], tidy(link.text_content())
    if source := library.sources.get((page.locale, page.path)):
        for anchor, passage in source.passages.items():
            names = (each.label.rpartition(", ")[2] for each in library.quotations_of(source, passage))
            yield from ((anchor, name) for name in _once(names))


def _once(names: Iterable[str]) -> list[str]:
    """One name for what may be called by many: the shortest that has a number."""
    numbered = (name for name in names if NUMBER.search(name))
    return sorted(numbered, key=lambda name: (len(name), name))[:1]


def _kind(page: Page, library: Library) -> str:
    key = page.locale, page.path
    if page.path in HELP or page.path.startswith("seminar/facilitator"):
        return "help"
    if key in library.concepts:
        return "concept"
    if key in library.sources:
        return "source"
    if page.path == GLOSSARY:
        return "glossary"
    if page.path.startswith("seminar/"):
        return "seminar"
    return "set" if any(counted.page == page for counted in library.sets.values()) else "page"


def _about(page: Page, library: Library, labels: Labels) -> str:
    """What a page is found by beside its own words: a source by its owner, a concept by its number."""
    key = page.locale, page.path
    if source := library.sources.get(key):
        known = source.bibliography
        return " · ".join(_distinct(known.owner, known.short_owner, known.title, known.number))
    if concept := library.concepts.get(key):
        counted = library.set_of(page.locale, concept.kind)
        return " · ".join(_distinct(name_of(concept, labels), counted.counted_by if counted else ""))
    return ""


def _distinct(*words: str) -> list[str]:
    return [word for word in dict.fromkeys(words) if word and word not in ("none", "unknown")]
