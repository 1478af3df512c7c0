"""What a maintainer reads of an official address: a line with the place, what came of asking, and what to do."""

from typing import Any

from harness import each_case
from knowledge_base.official.asker import Answer
from knowledge_base.official.findings import Finding, tell


@each_case("knowledge_base/cases/findings.yml")
def test_a_finding_is_one_line(case: dict[str, Any]) -> None:
    """Nothing that a host says can call anybody, lead anywhere or begin a line of its own where the text is shown."""
    finding = Finding(
        "docs/en/a.md", 4, case.get("field", "address"), "https://a.example/", case["dead"], Answer(**case["answer"])
    )
    assert str(finding) == case["line"]
    assert tell([finding, finding]) == (f"- {case['line']}\n" * 2 if "To do: " in case["line"] else "")
