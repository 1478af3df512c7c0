"""Alignment: after an edit, each recorded unit is found again, and nothing else is taken for it."""

import random
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from harness import PROJECT, each_case
from knowledge_base.alignment import align
from knowledge_base.page import parse_page
from knowledge_base.reading import read_library
from knowledge_base.unit import Mark, read_units

PAGES = {
    path: [unit.mark for unit in read_units(page.body)]
    for (locale, path), page in read_library(PROJECT / "docs").pages.items()
    if locale == "en"
}
Marks = list[Mark]
# An edit takes the marks and the index of a unit; it gives the new marks, and for each old unit the new index or None.
Edit = Callable[[Marks, int], tuple[Marks, list[int | None]]]


@each_case("knowledge_base/cases/alignments.yml")
def test_each_unit_becomes_what_is_most_like_it(case: dict[str, Any]) -> None:
    """Unchanged, of the same anchor, of the same words, between the same neighbours: in this order."""
    found = align([_mark(text) for text in case["recorded"]], [_mark(text) for text in case["now"]])
    assert [found.get(at) for at in range(len(case["recorded"]))] == list(case["recorded"].values())


def _mark(text: str) -> Mark:
    kind, *anchor, fingerprint = text.split()
    return Mark(kind, anchor[0][1:] if anchor else "", fingerprint)


def _other(mark: Mark) -> Mark:
    return mark._replace(fingerprint="ffffffff-ffffffff")


def _change_words(marks: Marks, at: int) -> tuple[Marks, list[int | None]]:
    return [*marks[:at], _other(marks[at]), *marks[at + 1 :]], [*range(len(marks))]


def _change_comma(marks: Marks, at: int) -> tuple[Marks, list[int | None]]:
    words = marks[at].fingerprint.partition("-")[0]
    changed = marks[at]._replace(fingerprint=f"{words}-ffffffff")
    return [*marks[:at], changed, *marks[at + 1 :]], [*range(len(marks))]


def _insert(marks: Marks, at: int) -> tuple[Marks, list[int | None]]:
    new = Mark("paragraph", "", "ffffffff-ffffffff")
    return [*marks[:at], new, *marks[at:]], [index + (index >= at) for index in range(len(marks))]


def _delete(marks: Marks, at: int) -> tuple[Marks, list[int | None]]:
    left = [None if index == at else index - (index > at) for index in range(len(marks))]
    return [*marks[:at], *marks[at + 1 :]], left


def _swap(marks: Marks, at: int) -> tuple[Marks, list[int | None]]:
    other = at + 1 if at + 1 < len(marks) else at - 1
    order: list[int | None] = [*range(len(marks))]
    order[at], order[other] = other, at
    swapped = marks.copy()
    swapped[at], swapped[other] = marks[other], marks[at]
    return swapped, order


def _move_to_the_end(marks: Marks, at: int) -> tuple[Marks, list[int | None]]:
    moved = [*marks[:at], *marks[at + 1 :], marks[at]]
    return moved, [len(marks) - 1 if index == at else index - (index > at) for index in range(len(marks))]


@pytest.mark.parametrize(
    "edit", [_change_words, _change_comma, _insert, _delete, _swap, _move_to_the_end], ids=lambda edit: edit.__name__
)
def test_one_edit_is_seen_for_what_it_is(edit: Edit) -> None:
    """Wherever on the real pages one unit is changed, put in, taken out or moved, all others stay what they are."""
    for path, marks in PAGES.items():
        for at in range(len(marks)):
            now, expected = edit(marks, at)
            found = align(marks, now)
            # Units with the same words are interchangeable: what counts is which words a unit became.
            became = [now[found[index]] if index in found else None for index in range(len(marks))]
            wanted = [None if index is None else now[index] for index in expected]
            if marks.count(marks[at]) == 1:
                assert became == wanted, (path, at)


def test_the_edits_in_this_repositorys_history_are_seen_for_what_they_are() -> None:
    """Replaying all commits to the English pages, a unit that is in both versions is found again, whatever moved."""
    log = _git("log", "--format=%H", "--no-merges", "--", "docs/en").split()
    if len(log) < 3:
        pytest.skip("this copy has no history")
    for revision in log:
        for path in _git("diff-tree", "-r", "--no-commit-id", "--name-only", "--diff-filter=M", revision).split():
            if path.startswith("docs/en/") and path.endswith(".md"):
                old, new = (_units(_git("show", f"{each}:{path}")) for each in (f"{revision}~", revision))
                found = align(old, new)
                for index, mark in enumerate(old):
                    if old.count(mark) == new.count(mark) == 1:
                        assert new[found[index]] == mark, (revision, path)


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=PROJECT, capture_output=True, text=True, check=False).stdout


def _units(text: str) -> Marks:
    page, _ = parse_page(text, "en", "a.md", "a.md")
    return [unit.mark for unit in page.units] if page else []


def test_several_edits_together_flag_hardly_a_neighbour() -> None:
    """In a thousand rounds of three edits at most 0.5 % of units are falsely taken for changed; no change is missed."""
    chance = random.Random(20261124)
    edits: list[Edit] = [_change_words, _insert, _delete, _swap]
    units = wrong = 0
    for _ in range(1000):
        marks = now = chance.choice([marks for marks in PAGES.values() if len(marks) > 5])
        expected: list[int | None] = [*range(len(marks))]
        for _ in range(3):
            now, moved = chance.choice(edits)(now, chance.randrange(len(now)))
            expected = [None if index is None else moved[index] for index in expected]
        found = align(marks, now)
        for index, wanted in enumerate(expected):
            unchanged = wanted is not None and now[wanted] == marks[index]
            seen_unchanged = index in found and now[found[index]] == marks[index]
            units += 1
            wrong += unchanged and not seen_unchanged
            twin = marks[index] in now
            assert unchanged or twin or not seen_unchanged, "a change was missed"
    assert wrong / units <= 0.005, f"{wrong} of {units}"
