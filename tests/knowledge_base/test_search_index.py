"""What can be searched: sections with addresses, what they are called, and letters that take fewer bytes."""

import re
from pathlib import Path
from typing import Any

import pytest

from harness import PROJECT, addresses_in, make_library, read_cases, render
from knowledge_base.fragment import parse
from knowledge_base.inclusion import Content
from knowledge_base.library import Library
from knowledge_base.reading import read_library
from knowledge_base.search_index import script
from knowledge_base.search_section import sections_of
from knowledge_base.short_letters import exchange, table
from knowledge_base.weaving import weave

SECTIONS = read_cases("knowledge_base/cases/search-sections.yml")


@pytest.fixture(scope="module")
def library() -> Library:
    """All pages of the project."""
    return read_library(PROJECT / "docs", PROJECT / "mkdocs.yml")


def searched(library: Library, locale: str) -> dict[str, list[list[str]]]:
    """What the script of a language hands over: by address the page's own row and those of its sections, read back."""
    addresses, labels = addresses_in(library), library.labels_in(locale)
    contents = {
        path: Content(page, weave(render(page.body), page, library, addresses, labels))
        for (there, path), page in library.pages.items()
        if there == locale
    }
    handed_over = script(contents, library, addresses, locale)
    _, letters, rows = (unquoted(each) for each in re.findall(r"`((?:[^`\\]|\\.)*)`", handed_over, re.DOTALL))
    pages: dict[str, list[list[str]]] = {}
    for row in rows.split("\n"):
        if row.startswith("/"):
            address = row[1:].partition("\t")[0]
            pages[address] = []
        pages[address].append([part.translate(table(letters)) for part in row.split("\t")])
    return pages


def unquoted(text: str) -> str:
    """What a script reads between backticks."""
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.parametrize("case", SECTIONS.values(), ids=list(SECTIONS))
def test_an_article_is_cut_into_sections(case: dict[str, Any]) -> None:
    """A section begins where a place has an address, and holds the words that are read there."""
    sections = sections_of(parse(case["article"]))
    assert [[each.anchor, each.heading, each.text] for each in sections] == case["sections"]


def test_a_passage_is_called_what_others_call_it(tmp_path: Path) -> None:
    """A passage is found by the name that a quotation or a note gives it, and its page by its owner."""
    library = make_library(
        tmp_path,
        {
            "sources/law.md": """
                ---
                title: The law
                source:
                  owner: Assembly of Workers
                  short_owner: Assembly
                  title: Law of 2020
                  number: none
                  date: unknown
                  address: unknown
                  rights: ©
                  language: en
                ---

                # The law

                Work is shared.
                { #para-7 }
                """,
            "values/sharing.md": """
                # Sharing

                > Work is shared.
                >
                > — [Assembly, Law of 2020, paragraph 7](../sources/law.md#para-7)
                """,
        },
    )
    page, _, passage = searched(library, "en")["sources/law/"]
    assert page[3] == "Assembly of Workers · Assembly · Law of 2020"
    assert passage == ["", "para-7", "", "paragraph 7", "Work is shared."]


def test_every_passage_of_a_source_is_a_section(library: Library) -> None:
    """On the real pages each passage can be found at its own address."""
    pages = searched(library, "en")
    for (locale, path), source in library.sources.items():
        if locale == "en":
            anchors = [row[1] for row in pages[path.removesuffix(".md") + "/"][1:]]
            assert set(source.passages) <= set(anchors), path


@pytest.mark.parametrize("locale", ["en", "vi", "km", "lo", "th"])
def test_exchanged_letters_are_read_back(locale: str, library: Library) -> None:
    """Words with exchanged letters take fewer bytes, and exchanging them again gives the words."""
    texts = [page.body for (there, _), page in library.pages.items() if there == locale]
    letters = table(exchange(texts))
    exchanged = [text.translate(letters) for text in texts]
    assert [text.translate(letters) for text in exchanged] == texts
    assert sum(len(text.encode()) for text in exchanged) <= sum(len(text.encode()) for text in texts)


def test_letters_that_scripts_use_are_not_exchanged() -> None:
    """Quotes, backslashes and angle brackets keep their place, and letters beyond the first plane too."""
    assert set('"\\<>&') & set(exchange(["ກຂຄ𐐀" * 9])) == set()
    assert "𐐀" not in exchange(["𐐀𐐀"])


KINDS: dict[str, str | bytes] = {
    "about.md": "# About\n",
    "glossary.md": "# G\n\nBox { #box }\n:   A thing.\n",
    "index.md": "# Home\n\nWords.\n",
    "offline.md": "# Off\n\nLong words.\n\n## Phone { #phone }\n\nMore.\n",
    "seminar/facilitator.md": "# F\n",
    "seminar/one.md": "# One\n",
    "sources/text.md": "---\nsource: { owner: Own, short_owner: Own, title: T, number: 204, rights: R }\n---\n# T\n",
    "translations.md": "# How far\n\nNumbers.\n",
    "values/index.md": "---\n{ title: Values, set: value, count: 1, counted_by: Own }\n---\n# Values\n",
    "values/one.md": "---\n{ title: Work, kind: value, number: 1 }\n---\n# Work\n",
    "../tl/index.md": "# Bahay\n\nSalita.\n",
}


def test_pages_that_define_and_say_come_before_those_that_help(tmp_path: Path) -> None:
    """Each page has its address, its title, what it is worth, what it is found by beside its words, and sections."""
    pages = searched(make_library(tmp_path, KINDS), "en")
    assert [row for _, (row, *_) in sorted(pages.items())] == [
        ["/", "Home", "3", "", ""],
        ["/about/", "About", "1", "", ""],
        ["/glossary/", "G", "5", "", ""],
        ["/offline/", "Off", "1", "", ""],
        ["/seminar/facilitator/", "F", "1", "", ""],
        ["/seminar/one/", "One", "2", "", ""],
        ["/sources/text/", "T", "5", "Own · T · 204", ""],
        ["/translations/", "How far", "1", "", ""],
        ["/values/", "Values", "4", "", ""],
        ["/values/one/", "Work", "5", "Value 1 · Own", ""],
    ]
    assert [row[1:] for row in pages["offline/"][1:]] == [["", "", "", ""], ["phone", "Phone", "", ""]]
    assert [row[1:] for row in pages["translations/"][1:]] == [["", "", "", ""]]
    assert ["box", "Box", "", "A thing."] in [row[1:] for row in pages["glossary/"][1:]]


def test_a_page_in_another_language_than_the_script_says_so(tmp_path: Path) -> None:
    """What falls back to English is marked; what is in the language is not."""
    library = make_library(tmp_path, KINDS)
    contents = {
        "index.md": Content(library.pages["tl", "index.md"], "<h1>Bahay</h1><p>`a` \\ ${b}</p>"),
        "seminar/one.md": Content(library.pages["en", "seminar/one.md"], "<h1>One</h1>"),
    }
    made = script(contents, library, addresses_in(library), "tl")
    assert made.startswith("knowledgeBaseSearch(`tl`,`")
    assert made.endswith("`)\n")
    assert "\t\\`a\\` \\\\ \\${b}\n" in made
    assert "/\tBahay\t3\t\t\n" in made
    assert "/seminar/one/\tOne\t2\t\ten" in made


def test_frequent_long_letters_change_places_with_rare_short_ones() -> None:
    """The most frequent of those that take most bytes come first; where nothing is won nothing changes places."""
    assert exchange(["ကကက!!ခခ~é"]) == "#က$ခ%é"
    assert exchange(["!é"]) == "#é"
    assert exchange(["abc"]) == ""
    assert exchange([chr(code) for code in range(0x21, 0x7F)] + ["é"]) == ""
