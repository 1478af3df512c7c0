"""The probes find what they are there to find, and nothing in the same page once it is well."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from harness import each_case
from probing import adopt, probe
from visitor import HEIGHT, PHONE


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of no site, on a phone."""
    with browser.new_context(viewport=ViewportSize(width=PHONE, height=HEIGHT)) as context:
        yield context.new_page()


def found_in(page: Page, name: str) -> list[str]:
    """What a probe finds, without where."""
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    return [fault.partition(": ")[2] for fault in probe(page, name, "body")]


@each_case("browser/cases/probes.yml")
def test_a_probe_finds_its_fault(case: dict[str, Any], page: Page) -> None:
    """Each fault is found; with a style sheet that mends it nothing is."""
    page.goto("about:blank")
    page.emulate_media(forced_colors=case.get("forced_colors", "none"), color_scheme=case.get("color_scheme", "light"))
    page.set_content(f'<!doctype html><html lang="en"><body>{case["html"]}</body></html>')
    found = found_in(page, case["probe"])
    assert len(found) == len(case["found"]), found
    for fault, expected in zip(found, case["found"], strict=True):
        assert fault.startswith(expected)
    if "styles" in case:
        adopt(page, case["styles"])
        assert found_in(page, case["probe"]) == []
