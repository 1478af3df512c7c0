"""Structured data: what a page says of itself to machines, in the words of schema.org."""

import json
from pathlib import Path
from typing import Any

from harness import addresses_in, each_case, make_library, read_cases
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
    library = make_library(tmp_path, read_cases(FILE)["pages"])
    said = describe(library.pages[case.get("locale", "en"), case["page"]], library, addresses_in(library), "A & B")
    assert json.loads(said) == EVERY_PAGE | case["data"]
    assert "<" not in said
