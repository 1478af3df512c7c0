"""Pages: a file's front matter, its body and its lines; what cannot be read is a problem, never a crash."""

from pathlib import Path
from typing import Any

from harness import each_case
from knowledge_base.page import Page, read_page
from knowledge_base.problem import Problem


def read(folder: Path, case: dict[str, Any]) -> tuple[Page | None, list[Problem]]:
    """The page that a case's file is, and its problems."""
    file = folder / "page.md"
    file.write_bytes(case["file"].encode(case.get("encoding", "utf-8")))
    return read_page(file, "en", "page.md", "docs/en/page.md")


@each_case("knowledge_base/cases/pages.yml", "read")
def test_a_file_is_read_as_a_page(case: dict[str, Any], tmp_path: Path) -> None:
    """A file is read as front matter, body and title; what is wrong with it comes back as whole messages."""
    page, problems = read(tmp_path, case)
    assert [str(problem) for problem in problems] == case.get("problems", [])
    assert (page and {name: getattr(page, name) for name in case["page"]}) == case.get("page")


@each_case("knowledge_base/cases/pages.yml", "lines")
def test_a_page_knows_its_lines(case: dict[str, Any], tmp_path: Path) -> None:
    """A page tells on which line a key stands, and what stands on a line."""
    page, _ = read(tmp_path, case)
    assert page
    assert {key: page.line_of(key) for key in case["keys"]} == case["keys"]
    assert {line: page.text_of(line) for line in case["texts"]} == case["texts"]
