"""The glossary: terms with their definitions, and the first use of each on a page linked to them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lxml.html import HtmlElement

from .fragment import build, has_class
from .page import Page
from .wording import inside_word

PATH = "glossary.md"
ABBREVIATED = re.compile(r"(.+?) \(([^()]+)\)")
# Thai, Lao, Myanmar, Khmer: scripts that put no space between words.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
# Terms are explained in our own text: not in a heading, a link, code, or anything that a source says.
LEAVE = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "blockquote", "figure", "svg", "q"}


@dataclass(frozen=True)
class Term:
    """A term: the names it goes by ("social and solidarity economy", "SSE"), its anchor, its definition in words."""

    names: tuple[str, ...]
    anchor: str
    definition: str


@dataclass(frozen=True)
class Glossary:
    """The terms of one locale."""

    page: Page
    terms: tuple[Term, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Term]:
        """The terms by each of their names, in lower case, and as a name stands before the s of its plural."""
        return {form: term for term in self.terms for name in term.names for form in _forms(name.lower())}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any name of any term, the longest first; where words are spaced, as whole words and in the plural too."""
        names = sorted(self.by_name, key=len, reverse=True)
        spaced = "|".join(re.escape(name) for name in names if not UNSPACED.match(name))
        unspaced = "|".join(re.escape(name) for name in names if UNSPACED.match(name))
        either = [rf"(?<!\w)(?P<spaced>{spaced})(?:e?s)?(?!\w)"] if spaced else []
        either += [rf"(?P<unspaced>{unspaced})"] if unspaced else []
        return re.compile("|".join(either), re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[Term, re.Match[str]]]:
        """The terms in a text, in order, each with where it stands."""
        for match in self.pattern.finditer(text):
            # Unknown: a letter that only counts as the same when case is ignored, like the long s.
            term = self.by_name.get(match[match.lastgroup or 0].lower())
            if term and not inside_word(text, match.end()):
                yield term, match


def _forms(name: str) -> tuple[str, ...]:
    """A name, and how it stands before the s of its plural where it changes: "society", "societie"."""
    return (name, f"{name[:-1]}ie") if re.search("[^aeiou]y$", name) else (name,)


def read_glossary(page: Page) -> Glossary:
    """The glossary on a page: a definition list whose terms have anchors. "X (Y)" is one term with two names."""
    terms: list[Term] = []
    for term, definition in pairwise(page.blocks):
        if term.kind == "term" and term.text and definition.kind == "definition":
            match = ABBREVIATED.fullmatch(term.text)
            terms.append(Term(match.groups() if match else (term.text,), term.anchor, definition.text))
    return Glossary(page, tuple(terms))


def explain_terms(root: HtmlElement, glossary: Glossary, href: str) -> None:
    """Links the first use of each term to its definition, which also stands in the link's title."""
    if not glossary.terms:
        return
    used: set[Term] = set()
    for element in list(root):
        _explain(element, glossary, href, used)


def _explain(element: HtmlElement, glossary: Glossary, href: str, used: set[Term]) -> None:
    if element.tag in LEAVE or not isinstance(element.tag, str) or has_class(element, "kb-references"):
        return
    _explain_text(element, None, glossary, href, used)
    for child in list(element):
        _explain(child, glossary, href, used)
        _explain_text(element, child, glossary, href, used)


def _explain_text(
    parent: HtmlElement, before: HtmlElement | None, glossary: Glossary, href: str, used: set[Term]
) -> None:
    """Looks through one stretch of text: the parent's first, or what follows the child `before`."""
    text = (parent.text if before is None else before.tail) or ""
    position, place = 0, 0 if before is None else parent.index(before) + 1
    last = before
    for term, match in glossary.find(text):
        if term in used:
            continue
        used.add(term)
        link = build("a", match[0], class_="kb-term", href=f"{href}#{term.anchor}", title=term.definition)
        between = text[position : match.start()]
        if last is None:
            parent.text = between
        else:
            last.tail = between
        parent.insert(place, link)
        link.tail = text[match.end() :]
        last, place, position = link, place + 1, match.end()
