"""Translations: what is written beside the pages, and what a page takes over from the English one."""

from pathlib import Path
from typing import Any

from harness import each_case
from knowledge_base.page import read_page
from knowledge_base.terms import read_terms
from knowledge_base.translation import pin_title, read_statuses


@each_case("knowledge_base/cases/translations.yml", "statuses")
def test_each_page_has_a_status(case: dict[str, Any], tmp_path: Path) -> None:
    """A page's own entry says what it is, else the entry for all; a file that cannot be read is a problem."""
    file = tmp_path / "status.yml"
    file.write_text(case["file"], encoding="utf-8")
    statuses, problems = read_statuses(file, "status.yml")
    found = {path: [status.state, status.reviewer] for path in case["pages"] for status in [statuses.of(path)]}
    assert (found, [str(problem) for problem in problems]) == (case["pages"], case.get("problems", []))


@each_case("knowledge_base/cases/translations.yml", "term bases")
def test_a_term_base_is_read_as_far_as_it_can_be(case: dict[str, Any], tmp_path: Path) -> None:
    """Each entry that is a term is read; each that is not is a problem with its line."""
    file = tmp_path / "terms.yml"
    file.write_text(case["file"], encoding="utf-8")
    base, problems = read_terms(file, "terms.yml")
    assert [term.term for term in base.terms] == case["terms"]
    assert [str(problem) for problem in problems] == case.get("problems", [])


@each_case("knowledge_base/cases/translations.yml", "titles")
def test_a_title_has_the_english_anchor(case: dict[str, Any], tmp_path: Path) -> None:
    """A translated title gets the anchor that the theme makes of the English one, unless it has an anchor."""
    (tmp_path / "a.md").write_text(case["english"], encoding="utf-8")
    original, _ = read_page(tmp_path / "a.md", "en", "a.md", "docs/en/a.md")
    assert original
    assert pin_title(case["translation"], original) == case["pinned"]
