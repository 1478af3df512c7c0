"""Records: what a command writes of each translated page, and what is read of it again."""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness import PROJECT, TRANSLATIONS, each_case, make_library
from knowledge_base.history import blob_of
from knowledge_base.reading import read_library
from knowledge_base.record import read_record, write_record
from knowledge_base.recording import file_of, read_records, update_records
from knowledge_base.rules import find_problems
from knowledge_base.standing import Standing
from knowledge_base.unit import Mark

TODAY = "2027-01-15"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """A record holds all that is known of each unit, whatever signs a name has."""
    standings = [
        Standing(Mark("heading", "a", "1-1"), Mark("heading", "a", "2-2"), "1-1", "ff", "draft", "machine", "", TODAY),
        Standing(Mark("item", "", "3-3"), Mark("item", "", "4-4"), "0-0", "", "stale", "person", 'ສົມ: "#\\', TODAY),
        Standing(Mark("note", "", "5-5")),
        Standing(Mark("item", "", "6-6"), Mark("item", "", "7-7"), "6-6", "", "draft", "person", "", ""),
    ]
    file = tmp_path / "a.yml"
    file.write_text(write_record("a.md", standings), encoding="utf-8")
    assert read_record(file, "a.yml", "a.md") == (standings, [])


def test_a_record_says_nothing_twice() -> None:
    """What is empty, and what a translation was made from while its English is the same, is not written."""
    standing = Standing(Mark("item", "", "1-1"), Mark("item", "", "2-2"), "1-1", "", "draft", "person", "", TODAY)
    parts = f'block: "item", english: "1-1", translation: "2-2", state: "draft", origin: "person", date: "{TODAY}"'
    assert write_record("a.md", [standing]).endswith(f"\npage: a.md\nblocks:\n  - {{ {parts} }}\n")
    assert '\npage: "a #b.md"\n' in write_record("a #b.md", [])


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_a_record_is_read_as_what_its_yaml_says(locale: str, tmp_path: Path) -> None:
    """Records as the command writes them are read in a quicker way; written in another way, they say the same."""
    files = list((PROJECT / "docs" / ".translations" / locale).rglob("*.yml"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        page = text.partition("page: ")[2].partition("\n")[0]
        other = tmp_path / "other.yml"
        other.write_text(text.replace("  - { ", "  - {  "), encoding="utf-8")
        assert read_record(file, "a.yml", page) == read_record(other, "a.yml", page)


@each_case("knowledge_base/cases/records.yml", "damaged")
def test_a_damaged_record_is_a_problem_and_no_crash(case: dict[str, Any], tmp_path: Path) -> None:
    """What can be read is read; what cannot is named with its line."""
    file = tmp_path / "a.yml"
    file.write_bytes(case["file"].encode(case.get("encoding", "utf-8")))
    standings, problems = read_record(file, "a.yml", "a.md")
    assert ([standing.english.anchor for standing in standings], [str(each) for each in problems]) == (
        case["read"],
        case["problems"],
    )


def test_a_blob_is_named_as_git_names_it() -> None:
    """The id is the one that `git hash-object` prints."""
    assert blob_of(b"what is up, doc?") == "bd9dbf5aae1a3862dd1526723246b20206e5fc37"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The real pages, with records of them."""
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    update_records(docs, read_library(docs).pages, "2026-11-24", "machine")
    return docs


def states(docs: Path) -> Counter[tuple[str, str]]:
    """How many units of each locale are in each state."""
    found = read_library(docs).pairs
    return Counter((locale, pair.standing.state) for (locale, _), pairs in found.items() for pair in pairs)


def test_a_second_run_changes_nothing(docs: Path) -> None:
    """On unchanged pages the command writes nothing, whatever the day."""
    assert update_records(docs, read_library(docs).pages, TODAY) == []


PAGE = "values/equity.md"


def edit(docs: Path, change: Callable[[list[str]], list[str]]) -> dict[tuple[str, str], int]:
    """Changes the paragraphs of an English page's second section, and tells how many more units are in which state.

    The rules find nothing to complain of in a translation that waits.
    """
    before = states(docs)
    page = docs / "en" / PAGE
    head, plain, rest = re.split(
        r"(?<=## In plain words { #plain-words }\n\n)|(?=## In practice)", page.read_text("utf-8")
    )
    page.write_text(head + "\n\n".join(change(plain.strip().split("\n\n"))) + "\n\n" + rest, encoding="utf-8")
    assert [str(each) for each in find_problems(read_library(docs, PROJECT / "mkdocs.yml"))] == []
    after = states(docs)
    after.subtract(before)
    return {key: number for key, number in after.items() if number}


def in_each_language(**steps: int) -> dict[tuple[str, str], int]:
    """The same steps in each of the languages."""
    return {(locale, state): step for locale in TRANSLATIONS for state, step in steps.items()}


def test_a_changed_word_makes_one_unit_of_each_language_stale(docs: Path) -> None:
    """One word in one English paragraph: that unit alone is stale, in each of the languages."""
    moved = edit(docs, lambda paragraphs: [paragraphs[0].replace(" ", " quite ", 1), *paragraphs[1:]])
    assert moved == in_each_language(stale=1, draft=-1)
    stale = [pair for pair in read_library(docs).pairs["lo", PAGE] if pair.standing.state == "stale"]
    assert [" quite " in pair.english.markdown for pair in stale if pair.english] == [True]


def test_a_changed_comma_asks_for_a_look(docs: Path) -> None:
    """A comma in one English paragraph: that unit is to be looked at, and nothing is stale."""
    moved = edit(docs, lambda paragraphs: [paragraphs[0].replace(" ", ", ", 1), *paragraphs[1:]])
    assert moved == in_each_language(look=1, draft=-1)


def test_two_paragraphs_that_change_places_change_nothing(docs: Path) -> None:
    """Moved paragraphs take their translations along."""
    assert edit(docs, lambda paragraphs: [paragraphs[1], paragraphs[0], *paragraphs[2:]]) == {}


def test_a_paragraph_that_is_put_in_flags_no_neighbour(docs: Path) -> None:
    """A new English paragraph is missing in each language; all others are what they were."""
    moved = edit(docs, lambda paragraphs: [paragraphs[0], "Something new.", *paragraphs[1:]])
    assert moved == in_each_language(missing=1)


def test_a_paragraph_that_is_taken_out_is_gone_alone(docs: Path) -> None:
    """The translation of a paragraph that the English no longer has is kept, and said to be gone."""
    assert edit(docs, lambda paragraphs: paragraphs[1:]) == in_each_language(gone=1, draft=-1)


def test_a_page_keeps_its_standings_when_it_gets_another_name(docs: Path) -> None:
    """A page that is renamed in every language: its record follows it, and nothing is stale."""
    before = states(docs)
    for locale in ("en", *TRANSLATIONS):
        (docs / locale / "values" / "equity.md").rename(docs / locale / "values" / "fairness.md")
    old = read_records(docs).standings["km", "values/equity.md"]
    assert states(docs) == before
    update_records(docs, read_library(docs).pages, TODAY)
    assert not file_of(docs, "km", "values/equity.md").exists()
    assert read_records(docs).standings["km", "values/fairness.md"] == old


def test_the_record_of_a_new_page_says_who_made_it(tmp_path: Path) -> None:
    """Of a page without a record, all units are drafts of one origin, in the order of the English units."""
    pages: dict[str, str | bytes] = {"a.md": "# A\n\nOne.\n\nTwo.\n", "../id/a.md": "# A1\n\nSatu.\n"}
    update_records(tmp_path / "docs", make_library(tmp_path, pages).pages, TODAY, "machine")
    standings = read_records(tmp_path / "docs").standings["id", "a.md"]
    assert [(each.state, each.origin, each.date) for each in standings] == [
        ("draft", "machine", TODAY),
        ("draft", "machine", TODAY),
        ("missing", "", ""),
    ]


def test_an_english_page_with_a_new_name_says_where_its_translations_belong(docs: Path) -> None:
    """Where only the English page is renamed, each translation is named with the place that its blocks went to."""
    (docs / "en" / PAGE).rename(docs / "en" / "values" / "fairness.md")
    found = [each for each in find_problems(read_library(docs, PROJECT / "mkdocs.yml")) if each.rule == "locales"]
    assert [(each.path, "values/fairness.md" in each.remedy) for each in found] == [
        (f"docs/{locale}/{PAGE}", True) for locale in sorted(TRANSLATIONS)
    ]


def test_an_english_page_that_was_split_says_where_its_blocks_went(docs: Path) -> None:
    """The translation is kept, and both new pages are named with the number of blocks that they have of it."""
    page = docs / "en" / PAGE
    head, rest = page.read_text(encoding="utf-8").split("## In practice")
    page.unlink()
    (page.parent / "one.md").write_text(head, encoding="utf-8")
    (page.parent / "two.md").write_text(f"---\ntitle: Two\n---\n\n## In practice{rest}", encoding="utf-8")
    found = [each for each in find_problems(read_library(docs, PROJECT / "mkdocs.yml")) if each.rule == "locales"]
    assert len(found) == len(TRANSLATIONS)
    for problem in found:
        parts = re.findall(r"values/(one|two)\.md \((\d+) of (\d+) blocks\)", problem.remedy)
        assert {name for name, _, _ in parts} == {"one", "two"}
        assert sum(int(count) for _, count, _ in parts) == int(parts[0][2])


def test_records_follow_the_parts_of_a_page_that_was_split_in_every_language(docs: Path) -> None:
    """Where a page was split in all languages, what is known of each block goes with it."""
    before = states(docs)
    for locale in ("en", *TRANSLATIONS):
        page = docs / locale / PAGE
        head, rest = re.split(r"(?=^## [^\n]*\{ #practice \})", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        page.unlink()
        (page.parent / "one.md").write_text(head, encoding="utf-8")
        (page.parent / "two.md").write_text(rest, encoding="utf-8")
    assert states(docs) == before
    origins = {pair.standing.origin for pair in read_library(docs).pairs["lo", "values/two.md"]}
    assert origins == {"machine"}
