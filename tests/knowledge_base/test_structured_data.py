"""Structured data: what a page says of itself to machines, in the words of schema.org."""

import json
from pathlib import Path
from typing import Any

from harness import addresses_in, each_case, make_library, read_cases
from knowledge_base.reading import read_library
from knowledge_base.recording import mark_reviewed, update_records
from knowledge_base.structured_data import describe

FILE = "knowledge_base/cases/structured_data.yml"
EVERY_PAGE = {
    "@context": "https://schema.org",
    "inLanguage": "en",
    "isPartOf": {"@type": "WebSite", "name": "A & B", "url": "https://kb.example/"},
}


@each_case(FILE, "said")
def test_a_page_describes_itself(case: dict[str, Any], tmp_path: Path) -> None:
    """A page says what it is, whose it is and where it stands; nothing in it can end or open an element of HTML."""
    docs, locale = tmp_path / "docs", case.get("locale", "en")
    update_records(docs, make_library(tmp_path, read_cases(FILE)["pages"]).pages, "2026-11-24", "machine")
    library = read_library(docs)
    if reviewer := case.get("reviewer"):
        mark_reviewed(library, docs, (locale, case["page"]), reviewer, "2027-01-15")
        library = read_library(docs)
    said = describe(library.pages[locale, case["page"]], library, addresses_in(library), "A & B")
    assert json.loads(said) == EVERY_PAGE | case["data"]
    assert "<" not in said
