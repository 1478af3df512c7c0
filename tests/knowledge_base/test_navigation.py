"""The navigation, as the configuration names it."""

from pathlib import Path
from typing import Any

from harness import each_case
from knowledge_base.navigation import read_navigation


@each_case("knowledge_base/cases/navigation.yml")
def test_the_navigation_names_pages_with_their_lines(case: dict[str, Any], tmp_path: Path) -> None:
    """The navigation holds each page that the configuration names, with the line, and the line on which it begins."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(case["config"], encoding="utf-8")
    navigation = read_navigation(config)
    assert (navigation and navigation.line) == case.get("line")
    assert [[entry.path, entry.line] for entry in (navigation.entries if navigation else ())] == case.get("entries", [])
