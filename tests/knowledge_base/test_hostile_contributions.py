"""What a stranger may try: each case is a file of a contribution, and the rule and line that must name it."""

from pathlib import Path
from typing import Any

import pytest

from harness import make_library, read_cases
from knowledge_base.rules import find_problems

FILES = sorted((Path(__file__).parent / "cases" / "hostile").glob("*.yml"))
CASES = {
    f"{file.stem}: {sentence}": case
    for file in FILES
    for sentence, case in read_cases(f"knowledge_base/cases/hostile/{file.name}").items()
}
CONFIG = "extra:\n  hosts:\n    www.ilo.org: a source\n    wiego.org: a source\n    ss.sunny@hotmail.com: a source\n"
PAGE = "docs/en/a.md"
# What a file among the hostile ones belongs to.
AROUND = {
    "../../mkdocs.yml": CONFIG,
    "b.md": "# B\n",
    "../.translations/labels.pot": (
        'msgid "Owner"\nmsgstr ""\n\n'
        'msgid "{count} of <a href=\\"https://www.ilo.org/\\" rel=\\"license\\">it</a>"\nmsgstr ""\n'
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_hostile_contribution_is_refused(case: dict[str, Any], tmp_path: Path) -> None:
    """The rules name the place, so that the build fails and a person looks there."""
    path = case.get("path", PAGE)
    text = case.get("page") or case["text"]
    library = make_library(tmp_path, AROUND | {f"../../{path}": text.encode()})
    found = {f"{problem.line} {problem.rule}" for problem in find_problems(library) if problem.path == path}
    assert case["found"] in found


def test_there_are_many_cases() -> None:
    """No case is lost by a slip in a file."""
    assert len(CASES) > 600
