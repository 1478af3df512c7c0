"""Concepts and their sets: what a page's front matter makes of it."""

from typing import Any

from harness import each_case
from knowledge_base.concept import read_concept, read_set
from knowledge_base.page import Page


@each_case("knowledge_base/cases/concepts.yml")
def test_the_front_matter_makes_a_concept_or_a_set(case: dict[str, Any]) -> None:
    """A page with a kind that is known is a concept, one that counts such a kind is its set; others are neither."""
    page = Page("en", "page.md", "docs/en/page.md", {"title": "Named", **case["meta"]}, "", "", 1)
    concept, found = read_concept(page), read_set(page)
    assert (concept and [concept.kind, concept.number]) == case.get("concept")
    assert (found and [found.kind, found.count, found.counted_by]) == case.get("set")
    assert concept is None or concept.title == "Named"
