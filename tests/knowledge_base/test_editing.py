"""Editing: the addresses that the buttons open have the forms that the hosts document."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from harness import PROJECT, each_case
from knowledge_base.editing import FORMS, LONGEST, Host
from knowledge_base.page import parse_page
from knowledge_base.reading import read_library


@each_case("knowledge_base/cases/editing.yml")
def test_an_address_has_the_form_that_the_host_documents(case: dict[str, Any]) -> None:
    """A page is edited, and a missing one begun, at the host's own addresses, whatever signs are in its name."""
    host = Host(case["repository"], case["branch"], case["kind"])
    english, _ = parse_page(case["page"], "en", case["path"], "")
    assert english
    assert host.create(english, "lo") == case["create"]
    translated, _ = parse_page(case["page"], "lo", case["path"], "")
    assert translated
    assert host.edit(translated) == case["edit"]


@pytest.mark.parametrize("kind", FORMS)
def test_every_page_can_be_begun_at_an_address_that_hosts_accept(kind: str) -> None:
    """A new page holds whole English blocks from the top, as many as fit into an address."""
    for (locale, path), page in read_library(PROJECT / "docs").pages.items():
        if locale == "en":
            address = Host("https://code.example/a/b", "main", kind).create(page, "km")
            assert len(address) <= LONGEST
            query = parse_qs(urlsplit(address).query)
            assert query["filename"] == [f"docs/km/{path}"]
            begun, problems = parse_page(query["value"][0], "km", path, "")
            assert begun
            assert problems == []
            assert begun.title == page.title
            own = [unit.markdown for unit in begun.units]
            assert own == [unit.markdown for unit in page.units[: len(own)]]
            assert len(own) > 3 or len(own) == len(page.units)
