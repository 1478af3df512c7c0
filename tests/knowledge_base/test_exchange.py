"""Exchange: translations go out to translators' tools and come back, and nothing is lost on the way."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from harness import PROJECT, TRANSLATIONS, each_case, make_library
from knowledge_base import po, xliff
from knowledge_base.exchange import entries_of, take_back
from knowledge_base.front_matter import words_in
from knowledge_base.library import Library
from knowledge_base.page import parse_page
from knowledge_base.reading import read_library

FORMS = (po, xliff)


@pytest.fixture(scope="module")
def library() -> Library:
    """The real pages."""
    return read_library(PROJECT / "docs", PROJECT / "mkdocs.yml")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_every_page_survives_a_tool_byte_for_byte(locale: str, form: ModuleType, library: Library) -> None:
    """What goes out of the real pages and comes back unedited changes none, and makes each anew.

    Anew a page has the same bytes but for quotation marks in its front matter that YAML does not need.
    """
    entries, problems = form.read(form.write(entries_of(library, locale), locale), locale, "file")
    assert problems == []
    assert take_back(library, locale, entries, "file") == ({}, [])
    bare = replace(library, pages={key: page for key, page in library.pages.items() if key[0] != locale})
    made, problems = take_back(bare, locale, entries, "file")
    assert problems == []
    there = {path: page for (language, path), page in library.pages.items() if language == locale}
    assert made.keys() == there.keys()
    for path, page in there.items():
        again, _ = parse_page(made[path], locale, path, path)
        assert again
        assert (again.body, words_in(again)) == (page.body, words_in(page)), path


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@each_case("knowledge_base/cases/exchange.yml", "edits")
def test_an_edit_in_a_tool_comes_back_as_the_same_edit(case: dict[str, Any], form: ModuleType, tmp_path: Path) -> None:
    """What was changed in the tool is changed on the page and nothing else; what does not fit is named, and left."""
    library = make_library(tmp_path, case["pages"])
    sent = form.write(entries_of(library, "id"), "id").decode()
    for old, new in case["edits"].items():
        assert sent.count(old) == 1
        sent = sent.replace(old, new)
    if gone := case.get("gone"):
        (tmp_path / "docs" / gone).unlink()
    library = make_library(tmp_path, case.get("pages after", {}))
    entries, problems = form.read(sent.encode(), "id", "file")
    texts, more = take_back(library, "id", entries, "file")
    assert texts == case.get("texts", {})
    assert [problem.message for problem in problems + more] == case.get("problems", [])


@each_case("knowledge_base/cases/exchange.yml", "broken")
def test_a_file_that_is_broken_is_a_problem_and_no_crash(case: dict[str, Any]) -> None:
    """A file that no tool would write, or of another language, is named with its line; what can be read is read."""
    form = {"po": po, "xliff": xliff}[case["form"]]
    entries, problems = form.read(case["file"].encode(), "tl", "file")
    assert [entry.words for entry in entries] == case.get("read", [])
    assert [f"{problem.line}: {problem.message}" for problem in problems] == case["problems"]


def test_what_goes_out_tells_what_a_translator_should_know(tmp_path: Path) -> None:
    """A unit goes out with its kind and its key terms; one whose English changed is marked as unsure."""
    pages: dict[str, str | bytes] = {
        "../.translations/id/terms.csv": "term,forms,preferred,allowed,forbidden,status\nvalue,,nilai,,harga,S\n",
        "../.translations/id/a.yml": """
            page: a.md
            blocks:
              - { block: "paragraph", english: "1-1", translation: "2-2", state: "draft", origin: "machine" }
            """,
        "a.md": "Our values.\n",
        "../id/a.md": "Nilai kami.\n",
    }
    entry = next(entries_of(make_library(tmp_path, pages), "id"))
    assert entry.notes == ("paragraph", "value: nilai; never: harga")
