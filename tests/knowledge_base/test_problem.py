"""Problems: how a fault is shown to the person who mends it."""

from typing import Any

from harness import each_case
from knowledge_base.problem import Problem


@each_case("knowledge_base/cases/problems.yml")
def test_a_problem_shows_place_fault_text_and_remedy(case: dict[str, Any]) -> None:
    """A problem shows its place and fault, about a hundred characters of its text with the spot marked, its remedy."""
    problem = Problem("docs/en/a.md", 7, "rule", "a fault", "Mend it.", case["text"], case["spot"])
    shown = [f"    {line}" for line in case["shown"]]
    assert str(problem).split("\n") == ["docs/en/a.md:7: a fault (rule)", *shown, "    To do: Mend it."]


def test_problems_are_sorted_by_path_and_line() -> None:
    """Problems come in the order of their files, and in a file by line as a number."""
    places = [("b.md", 1), ("a.md", 10), ("a.md", 9)]
    problems = sorted(Problem(path, line, "rule", "a fault", "Mend it.") for path, line in places)
    assert [(problem.path, problem.line) for problem in problems] == [("a.md", 9), ("a.md", 10), ("b.md", 1)]
