"""A book: which pages of a language are its chapters, in which order, and how they are called."""

from dataclasses import dataclass
from functools import cached_property

from ..navigation import Navigation
from .built_site import BuiltSite

# For those who work on the pages, or have a browser or a connection.
LEFT_OUT = ("offline.md", "translating.md", "translations.md", "seminar/custom-set.md")
INDEX = "index.md"


@dataclass(frozen=True)
class Chapter:
    """A chapter of a book.

    source the Markdown file that its page is made from: "values/equity.md"
    page   the path of the page on the site
    title  the page's heading
    """

    source: str
    page: str
    title: str

    @property
    def name(self) -> str:
        """What it is called in the book's files: "values-equity"; the first page is "home"."""
        return self.source.removesuffix(f"/{INDEX}").removesuffix(".md").replace("/", "-").replace("index", "home")

    @property
    def file(self) -> str:
        """Its file in the book."""
        return f"{self.name}.xhtml"


@dataclass(frozen=True)
class Book:
    """The chapters of a language in the order of the navigation."""

    chapters: tuple[Chapter, ...]

    @cached_property
    def files(self) -> dict[str, str]:
        """The chapters' files by the paths of their pages."""
        return {chapter.page: chapter.file for chapter in self.chapters}

    @cached_property
    def parts(self) -> list[tuple[Chapter, list[Chapter]]]:
        """The chapters as a table of contents has them: the first page of a folder, with the others below it."""
        parts: list[tuple[Chapter, list[Chapter]]] = []
        for chapter in self.chapters:
            folder = chapter.source.rpartition("/")[0]
            if folder and parts and parts[-1][0].source == f"{folder}/{INDEX}":
                parts[-1][1].append(chapter)
            else:
                parts.append((chapter, []))
        return parts

    def find(self, source: str) -> Chapter | None:
        """The chapter that is made from a Markdown file."""
        return next((chapter for chapter in self.chapters if chapter.source == source), None)


def read_book(site: BuiltSite, locale: str, navigation: Navigation) -> Book:
    """The book of a locale: the pages that the navigation names and the site has."""
    chapters = []
    for entry in navigation.entries:
        page = site.find_page(locale, entry.path)
        if page and entry.path not in LEFT_OUT:
            heading = site.read(page).xpath("string(//article//h1)")
            chapters.append(Chapter(entry.path, page, " ".join(str(heading).split())))
    return Book(tuple(chapters))
