"""Sources: a page's bibliography, and its anchored passages."""

from dataclasses import asdict
from typing import Any

from harness import each_case
from knowledge_base.page import Page
from knowledge_base.source import is_source_page, read_source


def page_of(body: str, **meta: Any) -> Page:
    """A page under `sources/`."""
    return Page("en", "sources/text.md", "docs/en/sources/text.md", meta, "", body, 1)


@each_case("knowledge_base/cases/sources.yml")
def test_a_source_has_passages(case: dict[str, Any]) -> None:
    """A passage is the stretch of a source that its anchor stands for, notes left out; the title is none."""
    found = [asdict(passage) for passage in read_source(page_of(case["markdown"])).passages.values()]
    assert found == [{"heading": 0, **passage} for passage in case["passages"]]


@each_case("knowledge_base/cases/bibliographies.yml")
def test_a_source_has_a_bibliography(case: dict[str, Any]) -> None:
    """What stands under `source:` is the bibliography, each field as text, what is missing as an empty one."""
    page = page_of("", source=case["source"])
    assert is_source_page(page)
    assert {name: value for name, value in asdict(read_source(page).bibliography).items() if value} == case["known"]


def test_a_page_that_does_not_say_so_is_no_source() -> None:
    """A page without `source:` is no source, wherever it lies."""
    assert not is_source_page(page_of("Words\n{ #para-1 }\n", title="A text"))
