"""What must hold of records and catalogues, term bases and lists of names, whatever bytes they are."""

import re
from dataclasses import replace
from functools import cache

from fuzzing.given import file_with, folder, say, texts_in
from fuzzing.of_pages import library_of
from knowledge_base import po, xliff
from knowledge_base.exchange import Entry, take_back
from knowledge_base.labels import read_catalogue
from knowledge_base.library import Library
from knowledge_base.record import read_record, write_record
from knowledge_base.reviewers import read_reviewers
from knowledge_base.rules import find_problems
from knowledge_base.standing import ORIGINS, Standing
from knowledge_base.terms import read_terms
from knowledge_base.unit import Mark
from knowledge_base.xliff import UNWRITABLE

NOTHING = re.compile(r"(?!)")
STATES = ("draft", "reviewed", "look", "stale", "gone")


@cache
def exchanged() -> Library:
    """The library that strangers' catalogues are taken back into."""
    page = "---\ntitle: A\n---\n\n# A { #a }\n\nDecent work.\n\n- One 1\n- Two [b](b.md)\n"
    return library_of(page, page.replace("Decent work", "งาน"))


def check_record(given: bytes) -> None:
    """A damaged record is refused, what is read of it is written and read again."""
    standings, problems = read_record(file_with(given, "a.yml"), "a.yml", "a.md")
    say(problems)
    again, _ = read_record(file_with(write_record("a.md", standings).encode(), "b.yml"), "b.yml", "a.md")
    assert again == standings


def check_standings(given: bytes) -> None:
    """What the command writes is read again, whatever names a page, an anchor and a reviewer have."""
    page, kind, anchor, one, other, blob, reviewer, pick = texts_in(given, 8)
    number = sum(map(ord, pick))
    standing = Standing(
        english=Mark(kind or "item", anchor, one or "1-1"),
        translation=Mark(kind or "item", anchor, other or "2-2"),
        made_from=other or "1-1",
        blob=blob,
        state=STATES[number % len(STATES)],
        origin=ORIGINS[number % 2],
        reviewer=reviewer,
        date="2027-01-15",
    )
    written = write_record(page or "a.md", [standing]).encode("utf-8", "replace")
    assert read_record(file_with(written, "a.yml"), "a.yml", page or "a.md") == ([standing], [])


def check_entries(given: bytes) -> None:
    """What goes out as PO and XLIFF comes back the same."""
    english, words, former, note, english_2, words_2 = texts_in(given, 6)
    entries = [
        Entry("a.md", "title", english or "A", words, bool(words) and len(note) % 2 == 1, former, (note,), 1),
        Entry("b/c.md", "1", english_2 or "B", words_2, line=2),
    ]
    for form in (po, xliff):
        read, problems = form.read(form.write(entries, "th"), "th", "a")
        assert problems == []
        as_written = UNWRITABLE if form is xliff else NOTHING
        assert [(each.page, each.place, each.english, each.words, each.unsure) for each in read] == [
            (
                each.page,
                each.place,
                as_written.sub("\ufffd", each.english),
                as_written.sub("\ufffd", each.words),
                each.unsure,
            )
            for each in entries
        ]


def check_po(given: bytes) -> None:
    """A catalogue of a stranger is read or refused, and what is read goes into the pages or is refused."""
    entries, problems = po.read(given, "th", "th.po")
    say(problems)
    say(take_back(exchanged(), "th", entries, "th.po")[1])


def check_xliff(given: bytes) -> None:
    """A document of a stranger is read or refused, and what is read goes into the pages or is refused."""
    entries, problems = xliff.read(given, "th", "th.xlf")
    say(problems)
    say(take_back(exchanged(), "th", entries, "th.xlf")[1])


def check_labels(given: bytes) -> None:
    """A catalogue of labels is read or refused."""
    catalogue, problems = read_catalogue(file_with(given, "labels.po"), "labels.po")
    say([*problems, *find_problems(Library({}, None, {}, (), catalogues={"th": catalogue}, root=folder()))])


def check_terms(given: bytes) -> None:
    """A term base is read or refused; a term has words, and looking for it ends."""
    base, problems = read_terms(file_with(given, "terms.csv"), "terms.csv")
    say(problems)
    for term in base.terms:
        assert term.term.strip()
        assert all(each.strip() for each in (*term.forms, *term.renderings, *term.avoid))
        term.pattern.search("a text with s and es")
    say(find_problems(replace(exchanged(), term_bases={"th": base})))


def check_reviewers(given: bytes) -> None:
    """The list of reviewers is read or refused."""
    reviewers, problems = read_reviewers(file_with(given, "reviewers.yml"), "reviewers.yml")
    say([*problems, *find_problems(Library({}, None, {}, (), reviewers=reviewers, root=folder()))])
