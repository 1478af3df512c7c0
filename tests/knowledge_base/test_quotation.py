"""Quotations: blockquotes that end by naming their source."""

from typing import Any

from harness import each_case
from knowledge_base.page import Page
from knowledge_base.quotation import read_quotations, resolve, unsourced


@each_case("knowledge_base/cases/quotations.yml", "quotations")
def test_a_page_quotes(case: dict[str, Any]) -> None:
    """A page's quotations are its blockquotes up to each line with a dash and a link; the others name no source."""
    page = Page("en", "principles/page.md", "docs/en/principles/page.md", {}, "", case["markdown"], 1)
    seen = [
        {name: list(value) if isinstance(value := getattr(quotation, name), tuple) else value for name in expected}
        for quotation, expected in zip(read_quotations(page), case["quotations"], strict=True)
    ]
    assert seen == case["quotations"]
    assert [block.text for block in unsourced(page)] == case.get("unsourced", [])


@each_case("knowledge_base/cases/quotations.yml", "addresses")
def test_an_address_leads_to_a_page_and_an_anchor(case: list[str]) -> None:
    """A relative address leads to a page below the locale's folder and to an anchor there."""
    address, *target = case
    assert list(resolve("principles/page.md", address)) == target
