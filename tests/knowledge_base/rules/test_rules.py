"""The rules: what each says of tiny libraries, in whole messages, and of which it says nothing."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from harness import make_library, read_cases
from knowledge_base.rules import RULES, find_problems

NAMES = [rule.__module__.rpartition(".")[2] for rule in RULES]
CASES = {
    f"{name}: {sentence}": (name, case)
    for name in NAMES
    for group in read_cases(f"knowledge_base/cases/rules/{name}.yml").values()
    for sentence, case in group.items()
}


@pytest.mark.parametrize(("rule", "case"), CASES.values(), ids=CASES)
def test_a_rule_reports_what_is_wrong_and_nothing_else(rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A rule names each fault with place, text and remedy, and says nothing where there is none."""
    check = import_module(f"knowledge_base.rules.{rule}").check
    problems = sorted(check(make_library(tmp_path, case["pages"])))
    assert "\n".join(map(str, problems)) == case.get("problems", "").rstrip("\n")


def test_all_rules_report_together_in_the_order_of_the_files(tmp_path: Path) -> None:
    """The problems of all rules and of unreadable files come in one list, by path and line."""
    pages: dict[str, str | bytes] = {
        "c.md": "café".encode("latin-1"),
        "b.md": "[A](none.md)\n\n> Words\n",
        "sources/a.md": "Words\n",
        "values/a.md": "---\ntitle: A: B\n---\n",
        "../../mkdocs.yml": "nav: [b.md, sources/a.md, values/a.md]\n",
    }
    found = [(problem.path, problem.line, problem.rule) for problem in find_problems(make_library(tmp_path, pages))]
    assert found == [
        ("docs/en/b.md", 1, "links"),
        ("docs/en/b.md", 3, "quotations"),
        ("docs/en/c.md", 1, "encoding"),
        ("docs/en/sources/a.md", 1, "bibliography"),
        ("docs/en/values/a.md", 1, "concepts"),
        ("docs/en/values/a.md", 2, "front-matter"),
    ]
