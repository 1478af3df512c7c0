"""What is fuzzed: readers of files and texts, and what each of them must hold for any bytes at all.

A reader may refuse (it then says so in a problem); it may not crash, hang or lose what it wrote itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from tempfile import mkdtemp

import yaml
from lxml import html

from harness import PROJECT, addresses_in, render
from knowledge_base import po, xliff
from knowledge_base.diagrams import inline_diagrams, read_diagrams
from knowledge_base.editing import Host
from knowledge_base.exchange import Entry, entries_of, take_back
from knowledge_base.front_matter import WORDS, WORDS_OF_SOURCE, words_in, write_words
from knowledge_base.hosts import Hosts
from knowledge_base.inert import active_parts
from knowledge_base.labels import Labels, read_catalogue
from knowledge_base.library import Library
from knowledge_base.page import Page, read_page
from knowledge_base.plain_yaml import load
from knowledge_base.problem import Problem
from knowledge_base.quotation import read_quotations
from knowledge_base.record import read_record, write_record
from knowledge_base.recording import Records
from knowledge_base.reviewers import read_reviewers
from knowledge_base.rules import find_problems
from knowledge_base.rules.markup import TOO_DEEP
from knowledge_base.source import read_source
from knowledge_base.standing import ORIGINS, Standing
from knowledge_base.terms import read_terms
from knowledge_base.unit import Mark
from knowledge_base.weaving import weave
from knowledge_base.xliff import UNWRITABLE

# Parts one input into several texts: the fields of a record, the English page and its translation.
BETWEEN = "\x1e"
SET_PAGE = "---\nset: principle\ncount: 1\ncounted_by: Us\n---\n\n# Principles\n\n- [A](a.md)\n"
HOSTS = Hosts("mkdocs.yml", {"www.ilo.org": "a source"})
SOURCE_PAGE = (PROJECT / "tests" / "fuzzing" / "source.md").read_text(encoding="utf-8")
# What a drawing in a page must not have: elements, attributes, and what stands in attributes.
ACTING = {"script", "style", "image", "foreignobject", "use", "a", "animate", "set"}
ATTRIBUTE = re.compile(r"on.*|.*href|style|src", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")
NOTHING = re.compile(r"(?!)")
STATES = ("draft", "reviewed", "look", "stale", "gone")


@dataclass(frozen=True)
class Target:
    """Something that parses.

    check  takes any bytes and raises where something does not hold
    cost   how many times a cheap one's time it takes, about: it gets so many fewer inputs
    seeds  inputs to begin with, of the kind that it reads
    """

    check: Callable[[bytes], object]
    cost: int
    seeds: tuple[str, ...]


@cache
def folder() -> Path:
    """A folder of this process for files to be read."""
    return Path(mkdtemp(prefix="fuzzing-"))


def file_with(given: bytes, name: str) -> Path:
    """A file that holds these bytes."""
    file = folder() / name
    file.write_bytes(given)
    return file


def texts_in(given: bytes, count: int) -> list[str]:
    """The input as so many texts, in Unicode that can be written."""
    parts = given.decode("utf-8", "replace").replace("\r", "\n").split(BETWEEN)
    return list(islice(cycle(parts), count))


def say(problems: list[Problem]) -> None:
    """Every problem can be shown in a terminal."""
    for problem in problems:
        str(problem).encode("utf-8", "backslashreplace")


def check_yaml(given: bytes) -> None:
    """What is read is what PyYAML reads; the rest is refused with a place."""
    text = given.decode("utf-8", "replace")
    try:
        read = load(text)
    except (yaml.YAMLError, ValueError):
        return
    assert repr(read) == repr(yaml.load(text, Loader=yaml.CSafeLoader))


def read_text(text: str, locale: str, path: str) -> tuple[Page, list[Problem]]:
    """A page whose file has this text."""
    name = f"docs/{locale}/{path}"
    page, problems = read_page(file_with(text.encode("utf-8", "replace"), "page.md"), locale, path, name)
    assert page
    return page, problems


def check_page(given: bytes) -> None:
    """The units of a page are its body, its lines are the file's, and its words are written as they were read."""
    page, problems = read_page(file_with(given, "page.md"), "th", "a.md", "docs/th/a.md")
    say(problems)
    if not page:
        return
    end = 0
    between = ""
    lines = page.body.split("\n")
    for unit in page.units:
        assert page.body[unit.start : unit.end] == unit.markdown
        assert unit.start >= end or unit.kind == "code" or not unit.markdown
        assert unit.markdown.split("\n")[0] in lines[unit.line - page.start]
        between += page.body[end : unit.start]
        end = unit.end
        page.blocks_of(unit)
    # Definitions of links are no units, and what lies too deep is not read; the rules refuse both.
    refused = "]:" in page.body or any(TOO_DEEP.search(line) for line in lines)
    assert refused or not LETTER.search(between + page.body[end:])
    for quotation in read_quotations(page):
        assert page.start <= quotation.line <= page.start + len(lines)
    read_source(page).passages  # noqa: B018  # it is read here
    words = words_in(page)
    written = write_words(words)
    again, _ = read_text(f"---\n{written}---\n", "th", "a.md")
    assert words_in(again) == words or not all(words.values())
    Host("https://host.example/a", "main", "github").create(page, "th")


def check_words(given: bytes) -> None:
    """Whatever words a translation has for its front matter, they are read as they were written."""
    names = [*WORDS, *(f"source.{key}" for key in WORDS_OF_SOURCE)]
    texts = texts_in(given, len(names))
    words = {name: text for name, text in zip(names, texts, strict=True) if text.strip() not in ("", "none", "unknown")}
    page, problems = read_text(f"---\n{write_words(words)}---\n", "th", "a.md")
    assert not words or (words_in(page), problems) == (words, [])


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


def check_drawing(given: bytes) -> None:
    """A drawing is read or refused, and shown only where the rules find nothing."""
    file_with(given, "a.svg")
    drawings, problems = read_diagrams(folder(), "docs/assets/images")
    found = find_problems(Library({}, None, drawings, (), root=folder()))
    say([*problems, *found])
    if drawings and not found:
        root = html.fragment_fromstring('<p><img src="a.svg" alt="A"></p>', create_parent="div")
        inline_diagrams(root, drawings, Labels())
        for element in html.fragment_fromstring(html.tostring(root, encoding="unicode"), create_parent="div").iter():
            assert str(element.tag).lower() not in ACTING
            assert not any(ATTRIBUTE.fullmatch(str(key)) or "url(" in str(value) for key, value in element.items())


def library_of(english: str, translation: str = "") -> Library:
    """A source, a page that a stranger wrote, and its translation by another one, if there is one.

    A page that says that it is a principle stands in a set of one, as the rules want it.
    """
    read = [read_text(SOURCE_PAGE, "en", "sources/ilo.md"), read_text(english, "en", "a.md")]
    if "kind: principle" in english:
        read.append(read_text(SET_PAGE, "en", "index.md"))
    if translation:
        read.append(read_text(translation, "th", "a.md"))
    pages = {(page.locale, page.path): page for page, _ in read}
    problems = tuple(problem for _, each in read for problem in each)
    return Library(pages, None, {}, problems, hosts=HOSTS, records=Records(), root=folder())


def check_rules(given: bytes) -> None:
    """The rules say what is wrong with a page and its translation, and an export of it comes back."""
    library = library_of(*texts_in(given, 2))
    say(find_problems(library))
    entries = list(entries_of(library, "th"))
    texts, _ = take_back(library, "th", entries, "th.po")
    assert set(texts) <= {"a.md", "sources/ilo.md"}


def check_woven(given: bytes) -> None:
    """What the rules let through is words when the engine has made HTML of it, and can be woven."""
    english, _, translation = given.decode("utf-8", "replace").partition(BETWEEN)
    library = library_of(english, translation)
    if find_problems(library):
        return
    for page in library.pages.values():
        article = render(page.body)
        assert list(active_parts(article)) == []
        weave(article, page, library, addresses_in(library), Labels())


@cache
def exchanged() -> Library:
    """The library that strangers' catalogues are taken back into."""
    page = "---\ntitle: A\n---\n\n# A { #a }\n\nDecent work.\n\n- One 1\n- Two [b](b.md)\n"
    return library_of(page, page.replace("Decent work", "งาน"))


CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: th\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. heading
#: docs/en/a.md:5
#, fuzzy
#| msgid "B"
msgctxt "a.md:2"
msgid "Decent work."
msgid_plural "A"
msgstr[0] "ก\\n"
msgstr[1] "\\"ข"

#~ msgid "C"
#~ msgstr "ค"
"""
XML = """\
<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en" target-language="th"
 original="a.md" datatype="plaintext"><body><trans-unit id="2" xml:space="preserve"><source>Decent work.</source>
<target state="needs-adaptation">งาน<g id="1">ๆ</g></target><note>heading</note></trans-unit></body></file></xliff>
"""
RECORD = """\
# What each block of this page was made from. Written by `make translations`; not for editing.
page: a.md
blocks:
  - { block: "heading", anchor: "a", english: "1-1", translation: "2-2", state: "draft", origin: "machine", \
date: "2026-11-24" }
  - { block: "item", english: "3-3", translation: "4-4", made-from: "0-0", blob: "ff", state: "stale", \
origin: "person", reviewer: "ສົມ: \\"#\\\\", date: "2026-11-24" }
"""
HEAD = """\
---
title: "A: b"
description: Words
source:
  owner: ILO
  number: none
  date: 2022-06-10
---
"""
PAGE = (
    HEAD
    + """\

# A { #a }

Words *of* **ours**, [words](b.md#c) and `code`
{ #p }

> Quoted words
>
> — [ILO, paragraph 1](sources/ilo.md#one)

!!! editors-note "Note"

    - One
    - Two 2,5

| A | B |
|---|---|
| 1 | 2 { #c } |

Term
:   Definition

```
code
```

1. [Page](b.md#c){ .include }
"""
)
CONCEPT = """\
---
kind: principle
number: 1
---

# A { #a }

Words, a 2 and 3.

> Decent work is work. […] Quoted words stand here
>
> — [ILO, paragraph 1](sources/ilo.md#one)

!!! example "Example"

    “Quoted words stand here, 1 and 2” says the [ILO](sources/ilo.md).
"""
PAGE_TWO = "# A { #a }\n\nDecent work 1.\n\n> Decent work is work.\n>\n> — [ILO](sources/ilo.md#one)\n"
PLAIN = "# A\n\nWords *of* `ours`, [B](sources/ilo.md).\n\n- One\n- Two\n\n|A|B|\n|---|---|\n|1|2|\n"
IN_THAI = "# ก\n\nงาน *ของ* `ours` [ข](sources/ilo.md)\n\n- ค\n- ง\n\n|ก|ข|\n|---|---|\n|1|2|\n"
TERMS = 'term,forms,preferred,allowed,forbidden,status\ndecent work,decent work;decent jobs,งาน,"งาน ๆ",x; y,S\n'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><text x="1">A</text><path d="M1 1"/></g></svg>'

TARGETS = {
    "yaml": Target(check_yaml, 1, (HEAD, RECORD, "a: [b, {c: d}]\n", "ສົມ: [lo, th]\n")),
    "page": Target(check_page, 3, (PAGE, PAGE_TWO)),
    "words": Target(check_words, 2, (BETWEEN.join(("A: b", "Words", "ILO, 1998", "# x")),)),
    "record": Target(check_record, 1, (RECORD,)),
    "standings": Target(check_standings, 1, (BETWEEN.join(("a.md", "item", "a", "1-1", "2-2", "ff", "ສົມ")),)),
    "entries": Target(check_entries, 3, (BETWEEN.join(("Decent work.", "งาน", "Work", "item", "# A { #a }")),)),
    "po": Target(check_po, 2, (CATALOGUE,)),
    "xliff": Target(check_xliff, 1, (XML,)),
    "labels": Target(check_labels, 2, (CATALOGUE,)),
    "terms": Target(check_terms, 4, (TERMS,)),
    "reviewers": Target(check_reviewers, 1, ("ສົມ: [lo, th]\nA B: [km]\n",)),
    "drawing": Target(check_drawing, 2, (DRAWING,)),
    "rules": Target(check_rules, 10, (PAGE, CONCEPT, PAGE_TWO + BETWEEN + PAGE_TWO.replace("work", "งาน"))),
    "woven": Target(check_woven, 20, (CONCEPT, PAGE_TWO, PLAIN, BETWEEN.join((PLAIN, IN_THAI)))),
}
