"""Exchanges the translations of a locale with tools for translators: what goes out, and how it comes back as Markdown.

One entry is one unit of a page, or one of the texts in its front matter. `po.py` and `xliff.py` write and read them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .block import read_blocks
from .frame import frame_of
from .front_matter import words_in, write_words
from .library import Library
from .locale import SOURCE
from .page import Page
from .problem import Problem
from .standing import Pair, Standing, begin
from .unit import Mark, read_units

RULE = "exchange"
# The place of a unit.
NUMBER = re.compile("[0-9]{1,6}")


@dataclass(frozen=True)
class Entry:
    """A text to translate.

    page    the page's path below its locale
    place   where it stands there: "title", "source.owner", or the number of the unit, from 1
    english its English Markdown
    words   its translation, "" where there is none
    unsure  whether the translation needs work: the English changed since, or a translator's tool says so
    former  the English Markdown that the translation was made from, where it was another and is at hand
    notes   what a translator should know: where it stands, its key terms
    line    its line, in the English file when it goes out, in the tool's file when it comes back
    """

    page: str
    place: str
    english: str
    words: str
    unsure: bool = False
    former: str = ""
    notes: tuple[str, ...] = ()
    line: int = 0


def entries_of(library: Library, locale: str) -> Iterator[Entry]:
    """All texts of the site with their translations into a locale, page by page."""
    for (language, path), original in library.pages.items():
        if language != SOURCE:
            continue
        page = library.pages.get((locale, path))
        ours = words_in(page) if page else {}
        for place, words in words_in(original).items():
            yield Entry(path, place, words, ours.get(place, ""), line=original.line_of(place.rpartition(".")[2]))
        pairs = library.pairs_of(page) if page else begin(original.units, (), Standing(Mark("", "", "")))
        for number, pair in enumerate((pair for pair in pairs if pair.english), 1):
            if pair.english:
                yield _entry(library, locale, original, pair, number)


def _entry(library: Library, locale: str, original: Page, pair: Pair, number: int) -> Entry:
    assert pair.english
    stale = bool(pair.translation) and pair.standing.state in ("stale", "look")
    former = library.former_unit(original, pair) if stale else None
    return Entry(
        page=original.path,
        place=str(number),
        english=pair.english.markdown,
        words=pair.translation.markdown if pair.translation else "",
        unsure=stale,
        former=former.markdown if former else "",
        notes=(pair.english.kind, *_terms(library, locale, original.words_of(pair.english))),
        line=pair.english.line,
    )


def _terms(library: Library, locale: str, english: str) -> Iterator[str]:
    """The key terms in an English text, with what the term base says of them."""
    base = library.term_bases.get(locale)
    folded = english.lower()
    for term in base.terms if base else ():
        if term.may_stand_in(folded) and term.pattern.search(english):
            never = f"; never: {', '.join(term.avoid)}" if term.avoid else ""
            yield f"{term.term}: {', '.join(term.renderings)}{never}"


def take_back(
    library: Library, locale: str, entries: Iterable[Entry], file: str
) -> tuple[dict[str, str], list[Problem]]:
    """The text of each page that the entries change, by path, and what could not be taken over.

    `file` is the tool's file as problems name it. An entry that cannot be taken over leaves its page's text as it is;
    its words stay in the tool's file. An empty translation changes nothing.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    by_page: dict[str, list[Entry]] = {}
    for entry in entries:
        by_page.setdefault(entry.page, []).append(entry)
    for path, theirs in by_page.items():
        original = library.pages.get((SOURCE, path))
        if not original:
            remedy = "Export again: the page has another name, or is gone."
            problems.append(Problem(file, theirs[0].line, RULE, f"there is no English page {path}", remedy))
            continue
        page = library.pages.get((locale, path))
        as_they_are = {unit.markdown for unit in page.units} if page else set()
        good = [
            entry for entry in theirs if entry.words and (entry.words in as_they_are or _is_good(entry, file, problems))
        ]
        text = _edit(library, page, good, file, problems) if page else _write(original, good)
        if text and (not page or text != _text_of(page)):
            texts[path] = text
    return texts, problems


def _is_good(entry: Entry, file: str, problems: list[Problem]) -> bool:
    """Whether an entry can be taken over: one block, with the frame of the English one."""
    if not NUMBER.fullmatch(entry.place):
        return True
    theirs, ours = Counter(frame_of(read_blocks(entry.english))), Counter(frame_of(read_blocks(entry.words)))
    faults = [f"{each} is missing" for each in (theirs - ours).elements()]
    faults += [f"{each} is not in the English" for each in (ours - theirs).elements()]
    if len(read_units(entry.words)) != 1:
        faults.append("this is not one block")
    for fault in faults:
        remedy = "Mend it in the tool, and import again. Nothing of this entry was taken over."
        problems.append(Problem(file, entry.line, RULE, fault, remedy, entry.words.split("\n", 1)[0]))
    return not faults


def _edit(library: Library, page: Page, entries: list[Entry], file: str, problems: list[Problem]) -> str:
    """The text of a page with the entries' words in place of its own; what it lacks is put in where it belongs."""
    pairs = [pair for pair in library.pairs_of(page) if pair.english]
    words = words_in(page)
    known: dict[int, str] = {}
    for entry in entries:
        if not NUMBER.fullmatch(entry.place):
            words[entry.place] = entry.words
            continue
        same = [at for at, pair in enumerate(pairs) if pair.english and pair.english.markdown == entry.english]
        if not same:
            pairs_words = {pair.translation.markdown for pair in pairs if pair.translation}
            if entry.words not in pairs_words:
                message = f"the English of {entry.page} has changed since this file was exported"
                remedy = "Export again, and copy these words into the new file."
                problems.append(Problem(file, entry.line, RULE, message, remedy, entry.words.split("\n", 1)[0]))
            continue
        known[int(entry.place) - 1 if int(entry.place) - 1 in same else same[0]] = entry.words
    body, position = "", 0
    original = library.pages[SOURCE, page.path]
    end = 0
    for at, pair in enumerate(pairs):
        assert pair.english
        unit = pair.translation
        if unit and unit.start >= position:
            body += page.body[position : unit.start] + known.get(at, unit.markdown)
            position = unit.end
        elif not unit and at in known:
            body += original.body[end : pair.english.start] + known[at]
        end = pair.english.end
    body += page.body[position:]
    head = page.head if words == words_in(page) else write_words(words)
    return _join(head, body)


def _write(original: Page, entries: list[Entry]) -> str:
    """The text of a page that is not there yet; "" as long as one of its units is not translated."""
    known = {entry.place: entry.words for entry in entries}
    body, position = "", 0
    for number, unit in enumerate(original.units, 1):
        if str(number) not in known:
            return ""
        body += original.body[position : unit.start] + known[str(number)]
        position = unit.end
    return _join(write_words(known), body + original.body[position:])


def _join(head: str, body: str) -> str:
    return f"---\n{head}---\n{body}" if head else body


def _text_of(page: Page) -> str:
    return _join(page.head, page.body)
