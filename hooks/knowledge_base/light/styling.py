"""One style sheet for all pages, cut to what they use; what a first screen needs of it stands in the page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .first_screen import WIDE, first_rules, is_covered, whole_rules
from .selector import Words
from .stylesheet import Other, Rule, cut, read_styles, styles_in, without_unused, write
from .vocabulary import first_words, words_of

SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/(?:stylesheets|styles)/[^"]+\.css)">')
LANGUAGE = re.compile(r'<html lang="([\w-]+)"')
END = "</footer>"
WHOLE = "assets/styles/site.css"


@dataclass(frozen=True)
class Styles:
    """The rules that pages share: all of them, and those of a first screen."""

    whole: tuple[Rule, ...]
    first: tuple[Rule, ...]
    _found: dict[Words, bool] = field(default_factory=dict, compare=False)

    @cached_property
    def sheet(self) -> str:
        """The whole style sheet."""
        return write(whole_rules(self.whole))

    @cached_property
    def first_sheet(self) -> str:
        """The styles of a first screen, without fonts."""
        return write(self.first)

    def cover(self, words: Words) -> bool:
        """Whether a first screen that consists of these words gets all its styles from the first rules."""
        # Pages of a kind have the same words but for those that no selector asks for.
        asked = Words(words.marks & self._asked)
        if asked not in self._found:
            self._found[asked] = is_covered(self.first, self.whole, asked)
        return self._found[asked]

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(mark for style in styles_in(self.whole) for each in style.selectors for mark in each.marks())


def sheets_of(page: str) -> list[str]:
    """The style sheets that a page asks for, below the site's folder."""
    return [path for _, path in SHEET.findall(page)]


def make_styles(sheets: Iterable[str], pages: Iterable[str], scripts: Iterable[str], samples: Iterable[str]) -> Styles:
    """The styles of the pages; `samples` are pages of the kinds whose first screen waits for nothing."""
    rules = [rule for sheet in sheets for rule in read_styles(sheet)]
    whole = cut(rules, words_of(pages, scripts))
    words = Words(frozenset(mark for page in samples for mark in first_words(page).marks))
    return Styles(whole, without_unused(first_rules(whole, words)))


def dress(page: str, styles: Styles) -> str:
    """The page with these styles in place of the links to its style sheets."""
    found = SHEET.search(page)
    if found is None:
        return page
    base = found[1]
    sheet = f'<link rel="stylesheet" href="{base}{WHOLE}"'
    if styles.cover(first_words(page)):
        head = f'<style>{styles.first_sheet}{_fonts(page, styles.whole, base)}</style>{sheet} media="{WIDE}">'
        end = f"{sheet}>"
    else:
        head, end = f"{sheet}>", ""
    start, rest = page[: found.start()].rstrip(), SHEET.sub("", page[found.start() :])
    # Behind all that is read, and before the scripts.
    before, closing, after = rest.rpartition(END)
    return f"{start}{head}{before}{closing}{end}{after}"


def _fonts(page: str, rules: Sequence[Rule], base: str) -> str:
    """The fonts of the page's language; those of others come with the whole style sheet."""
    language = LANGUAGE.search(page)
    wanted = f"fonts/{language[1]}-" if language else ""
    faces = (rule for rule in rules if isinstance(rule, Other) and rule.keyword == "font-face")
    return "".join(
        str(face).replace("../fonts/", f"{base}assets/fonts/")
        for face in faces
        if wanted and any(wanted in address for address in face.addresses)
    )
