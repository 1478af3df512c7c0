"""What must hold of pages, whatever bytes they are: what is read of them, what the rules let through."""

import yaml

from fuzzing.given import BETWEEN, LETTER, file_with, folder, say, texts_in
from harness import PROJECT, addresses_in, render
from knowledge_base.editing import Host
from knowledge_base.exchange import entries_of, take_back
from knowledge_base.front_matter import WORDS, WORDS_OF_SOURCE, words_in, write_words
from knowledge_base.hosts import Hosts
from knowledge_base.inert import active_parts
from knowledge_base.labels import Labels
from knowledge_base.library import Library
from knowledge_base.page import Page, read_page
from knowledge_base.plain_yaml import load
from knowledge_base.problem import Problem
from knowledge_base.quotation import read_quotations
from knowledge_base.recording import Records
from knowledge_base.rules import find_problems
from knowledge_base.rules.markup import TOO_DEEP
from knowledge_base.source import read_source
from knowledge_base.weaving import weave

SET_PAGE = "---\nset: principle\ncount: 1\ncounted_by: Us\n---\n\n# Principles\n\n- [A](a.md)\n"
HOSTS = Hosts("mkdocs.yml", {"www.ilo.org": "a source"})
SOURCE_PAGE = (PROJECT / "tests" / "fuzzing" / "source.md").read_text(encoding="utf-8")


def read_text(text: str, locale: str, path: str) -> tuple[Page, list[Problem]]:
    """A page whose file has this text."""
    name = f"docs/{locale}/{path}"
    page, problems = read_page(file_with(text.encode("utf-8", "replace"), "page.md"), locale, path, name)
    assert page
    return page, problems


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


def check_yaml(given: bytes) -> None:
    """What is read is what PyYAML reads; the rest is refused with a place."""
    text = given.decode("utf-8", "replace")
    try:
        read = load(text)
    except (yaml.YAMLError, ValueError):
        return
    assert repr(read) == repr(yaml.load(text, Loader=yaml.CSafeLoader))


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
