"""Texts that nobody would write: nothing that reads them crashes, hangs, or loses what it wrote itself.

A short part of `make fuzz`, always with the same inputs; and each crash that the long one found.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from fuzzing.by_property import fuzz, shares
from fuzzing.given import BETWEEN
from fuzzing.of_pages import library_of
from fuzzing.targets import TARGETS
from fuzzing.watch import Log, run
from harness import PROJECT, each_case, read_cases
from knowledge_base.rules import find_problems

COUNT = 2500
SCRIPTS = 20_000
CASES = "knowledge_base/cases/crashes.yml"


def written_out(text: str) -> str:
    """The input of a case: what is there thousands of times is only named in the file."""
    for sign in ("f", "1:", "1"):
        text = text.replace(f"{{many {sign}}}", sign * 5000)
    return text


@each_case(CASES, "readers")
def test_what_crashed_before_is_read_or_refused(case: dict[str, str]) -> None:
    """Each crash that was found is mended."""
    crash = run(TARGETS[case["target"]].check, written_out(case["input"]).encode())
    assert crash is None, crash.told


@pytest.mark.parametrize("name", TARGETS)
def test_any_text_is_read_or_refused(name: str, tmp_path: Path) -> None:
    """Mixtures of what a reader reads, of what attackers write, and of chance."""
    log = Log(tmp_path, name, TARGETS[name].check)
    fuzz(log, shares(COUNT)[name], 1)
    assert (log.kinds, log.count > 10) == ({}, True), [file.read_text() for file in tmp_path.glob("*.txt")]


def scripts(*arguments: str) -> list[dict[str, Any]]:
    """What the fuzzing of the scripts tells of each of them."""
    command = ["node", str(PROJECT / "tests" / "fuzzing" / "scripts.mjs"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_broke_a_script_before_is_read_or_refused(tmp_path: Path) -> None:
    """Each fault that was found is mended."""
    cases = read_cases(CASES)["scripts"].values()
    file = tmp_path / "inputs.json"
    file.write_text(json.dumps([(case["target"], case["input"]) for case in cases]), encoding="utf-8")
    told = scripts("--inputs", str(file))
    assert ([each["inputs"] for each in told if each["kinds"]], sum(each["count"] for each in told)) == ([], len(cases))


def test_scripts_take_any_file_and_any_query() -> None:
    """Saved worksheets that were tampered with, and queries in any letters."""
    told = scripts(str(SCRIPTS), "1")
    assert ([each["inputs"] for each in told if each["kinds"]], len(told)) == ([], 5)
    assert all(each["count"] > 1000 for each in told)


def test_the_rules_let_through_what_is_woven() -> None:
    """What the inputs for the engine and for the weaving are made of is right: a quarter of them gets there."""
    parts = [seed.partition(BETWEEN) for seed in TARGETS["woven"].seeds]
    assert [find_problems(library_of(english, translation)) for english, _, translation in parts] == [[]] * len(parts)
