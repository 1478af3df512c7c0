"""Records: what a command writes of each translated page, and what is read of it again."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from harness import PROJECT, TRANSLATIONS, each_case, make_library
from knowledge_base.library import read_library
from knowledge_base.record import read_record, write_record
from knowledge_base.recording import blob_of, file_of, read_records, stand_now, update_records
from knowledge_base.standing import Standing
from knowledge_base.unit import Mark

TODAY = "2027-01-15"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """A record holds all that is known of each unit, whatever signs a name has."""
    standings = [
        Standing(Mark("heading", "a", "1-1"), Mark("heading", "a", "2-2"), "1-1", "ff", "draft", "machine", "", TODAY),
        Standing(Mark("item", "", "3-3"), Mark("item", "", "4-4"), "0-0", "", "stale", "person", 'ສົມ: "#\\', TODAY),
        Standing(Mark("note", "", "5-5")),
    ]
    file = tmp_path / "a.yml"
    file.write_text(write_record("a.md", standings), encoding="utf-8")
    assert read_record(file, "a.yml", "a.md") == (standings, [])


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


def test_a_blob_is_named_as_git_names_it(tmp_path: Path) -> None:
    """The id is the one that `git hash-object` prints."""
    (tmp_path / "a").write_bytes(b"what is up, doc?")
    assert blob_of(tmp_path / "a") == "bd9dbf5aae1a3862dd1526723246b20206e5fc37"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The real pages, with records of them."""
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    update_records(read_library(docs), docs, "2026-11-24")
    return docs


def states(docs: Path) -> Counter[tuple[str, str]]:
    """How many units of each locale are in each state."""
    found = stand_now(read_library(docs), read_records(docs), docs, TODAY)
    return Counter((page.locale, standing.state) for page, standings in found for standing in standings)


def test_a_second_run_changes_nothing(docs: Path) -> None:
    """On unchanged pages the command writes nothing, whatever the day."""
    assert update_records(read_library(docs), docs, TODAY) == []


def test_a_changed_word_makes_one_unit_of_each_language_stale(docs: Path) -> None:
    """One word in one English paragraph: that unit alone is stale, in each of the languages."""
    before = states(docs)
    page = docs / "en" / "values" / "equity.md"
    text = page.read_text(encoding="utf-8")
    paragraph = text.split("## In plain words", 1)[1].split("\n\n")[1]
    page.write_text(text.replace(paragraph, paragraph.replace(" ", " quite ", 1)), encoding="utf-8")
    changed = states(docs)
    changed.subtract(before)
    moved = {key: number for key, number in changed.items() if number}
    assert moved == {(locale, state): step for locale in TRANSLATIONS for state, step in (("stale", 1), ("draft", -1))}


def test_a_page_keeps_its_standings_when_it_gets_another_name(docs: Path) -> None:
    """A page that is renamed in every language: its record follows it, and nothing is stale."""
    before = states(docs)
    for locale in ("en", *TRANSLATIONS):
        (docs / locale / "values" / "equity.md").rename(docs / locale / "values" / "fairness.md")
    old = read_records(docs).standings["km", "values/equity.md"]
    assert states(docs) == before
    update_records(read_library(docs), docs, TODAY)
    assert not file_of(docs, "km", "values/equity.md").exists()
    assert read_records(docs).standings["km", "values/fairness.md"] == old


def test_the_record_of_a_new_page_says_what_the_status_says(tmp_path: Path) -> None:
    """Of a page without a record, all units are what the locale's status says of it, in the order of the units."""
    pages: dict[str, str | bytes] = {
        "a.md": "# A\n\nOne.\n\nTwo.\n",
        "../id/a.md": "# A1\n\nSatu.\n",
        "../.translations/id/status.yml": "all: { state: draft, origin: machine, date: 2026-11-24 }\n",
    }
    library = make_library(tmp_path, pages)
    update_records(library, tmp_path / "docs", TODAY)
    standings = read_records(tmp_path / "docs").standings["id", "a.md"]
    assert [(each.state, each.origin, each.date) for each in standings] == [
        ("draft", "machine", "2026-11-24"),
        ("draft", "machine", "2026-11-24"),
        ("missing", "", ""),
    ]
