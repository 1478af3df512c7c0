"""Translations: what is written beside the pages, and what a page takes over from the English one."""

from pathlib import Path
from typing import Any

from harness import each_case
from knowledge_base.page import read_page
from knowledge_base.reviewers import read_reviewers
from knowledge_base.terms import read_terms
from knowledge_base.translation import pin_title


@each_case("knowledge_base/cases/translations.yml", "term bases")
def test_a_term_base_is_read_as_far_as_it_can_be(case: dict[str, Any], tmp_path: Path) -> None:
    """Each row that is a term is read; each that is not is a problem with its line."""
    file = tmp_path / "terms.csv"
    file.write_bytes(case["file"].encode(case.get("encoding", "utf-8")))
    base, problems = read_terms(file, "terms.csv")
    found = [
        [each.term, list(each.forms), list(each.renderings), list(each.avoid), each.status, each.line]
        for each in base.terms
    ]
    assert found == case["terms"]
    assert [str(problem) for problem in problems] == case.get("problems", [])


@each_case("knowledge_base/cases/translations.yml", "reviewers")
def test_reviewers_are_read_with_their_languages(case: dict[str, Any], tmp_path: Path) -> None:
    """Who is named with languages is a reviewer of them; an entry that says no language is a problem with its line."""
    file = tmp_path / "reviewers.yml"
    file.write_text(case["file"], encoding="utf-8")
    reviewers, problems = read_reviewers(file, "reviewers.yml")
    assert {name: list(locales) for name, locales in reviewers.locales.items()} == case["reviewers"]
    assert [str(problem) for problem in problems] == case.get("problems", [])


@each_case("knowledge_base/cases/translations.yml", "titles")
def test_a_title_has_the_english_anchor(case: dict[str, Any], tmp_path: Path) -> None:
    """A translated title gets the anchor that the theme makes of the English one, unless it has an anchor."""
    (tmp_path / "a.md").write_text(case["english"], encoding="utf-8")
    original, _ = read_page(tmp_path / "a.md", "en", "a.md", "docs/en/a.md")
    assert original
    assert pin_title(case["translation"], original) == case["pinned"]
