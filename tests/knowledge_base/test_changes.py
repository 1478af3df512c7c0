"""Changes: what a contributor is told of a contribution."""

from pathlib import Path
from typing import Any

from harness import each_case, make_library, write_pages
from knowledge_base.changes import tell
from knowledge_base.reading import read_library
from knowledge_base.recording import mark_reviewed, update_records


@each_case("knowledge_base/cases/changes.yml")
def test_a_contributor_is_told_what_the_change_does(case: dict[str, Any], tmp_path: Path) -> None:
    """Which blocks changed, came up to date or lost their review, and what to mend: in English and in the language."""
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        docs = folder / "docs"
        update_records(docs, make_library(folder, case["pages"]).pages, "2026-11-24", "machine")
        if reviewed := case.get("reviewed"):
            mark_reviewed(read_library(docs), docs, ("id", "a.md"), reviewed, "2026-12-01")
        write_pages(docs / "en", case.get("since", {}))
    write_pages(after / "docs" / "en", case["change"])
    for name, replacements in case.get("replace", {}).items():
        file = after / "docs" / name
        for old, new in replacements.items():
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert tell(read_library(before / "docs"), read_library(after / "docs")) == case["told"]
