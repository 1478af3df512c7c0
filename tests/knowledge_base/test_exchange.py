"""Exchange: translations go out to translators' tools and come back, and nothing is lost on the way."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from harness import PROJECT, TRANSLATIONS, each_case, make_library
from knowledge_base import po, xliff
from knowledge_base.exchange import Entry, entries_of, take_back
from knowledge_base.front_matter import words_in
from knowledge_base.library import Library
from knowledge_base.page import parse_page
from knowledge_base.reading import read_library
from knowledge_base.recording import update_records

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


def test_what_goes_out_is_each_text_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of the front matter and blocks, with their lines; of what the English changed the former English."""
    pages: dict[str, str | bytes] = {
        "a.md": "---\ntitle: A\n---\n# A\n\nOne *fish*.\n",
        "../id/a.md": "# Aé\n\nSatu.\n",
    }
    update_records(tmp_path / "docs", make_library(tmp_path, pages).pages, "2026-11-24")
    monkeypatch.setattr("knowledge_base.library.text_of", lambda root, blob: pages["a.md"])
    library = make_library(tmp_path, {"a.md": "---\ntitle: A\n---\n# A\n\nTwo fish.\n\nNew.\n", "b.md": "# B\n"})
    assert list(entries_of(library, "id")) == [
        Entry("a.md", "title", "A", "", line=2),
        Entry("a.md", "1", "# A", "# Aé", notes=("heading",), line=4),
        Entry("a.md", "2", "Two fish.", "Satu.", True, "One *fish*.", ("paragraph",), 6),
        Entry("a.md", "3", "New.", "", notes=("paragraph",), line=8),
        Entry("b.md", "1", "# B", "", notes=("heading",), line=1),
    ]


ENTRIES = [
    Entry("a.md", "title", "A", "A1", line=2),
    Entry("a.md", "1", "Two fish { #a }", "Satu.", True, "One fish.", ("paragraph", "fish: ikan"), 6),
    Entry("b.md", "1", "# B", "", line=1),
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_file_for_translators_is_written_as_it_should_be(form: ModuleType) -> None:
    """Place, English, words, what the English was, notes, and whether it needs work, in the form that tools read."""
    name = form.__name__.rpartition(".")[2]
    written = form.write(ENTRIES, "tl").decode()
    lines = [line for line in written.splitlines() if "Date: " not in line and "Generated-By" not in line]
    expected = (PROJECT / "tests/knowledge_base/cases/exchange" / name).read_text(encoding="utf-8")
    assert lines == expected.splitlines()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_what_comes_back_is_what_went_out(form: ModuleType) -> None:
    """Each entry has its place, its English, its words and whether it needs work; the line is that of the file."""
    entries, problems = form.read(form.write(ENTRIES[:2], "tl"), "tl", "file")
    assert problems == []
    assert [replace(entry, line=0) for entry in entries] == [
        replace(entry, line=0, former="", notes=()) for entry in ENTRIES[:2]
    ]
    assert [entry.line > 1 for entry in entries] == [True, True]
    _, (wrong,) = form.read(form.write(ENTRIES[:1], "tl"), "id", "a file")
    assert (wrong.path, wrong.rule, "fil" in wrong.message, wrong.remedy != "") == ("a file", "exchange", True, True)
    _, (broken,) = form.read(b'msgid "a', "id", "a file")
    assert (broken.path, broken.rule, broken.line, broken.remedy != "") == ("a file", "exchange", broken.line, True)


def test_what_xml_cannot_hold_is_shown_as_not_readable() -> None:
    """A control that got into a page does not keep the others from going out."""
    assert "<source>B \ufffd</source>" in xliff.write([Entry("b.md", "1", "B \x01", "")], "id").decode()
