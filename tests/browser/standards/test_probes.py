"""The probes find what they are there to find, and nothing in the same page once it is well."""

from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from harness import each_case
from probing import adopt, probe
from visitor import HEIGHT, PHONE

WINDOW = ViewportSize(width=PHONE, height=HEIGHT)
SETTINGS = ("forced_colors", "color_scheme")


def found_in(page: Page, name: str) -> list[str]:
    """What a probe finds, without where."""
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    return [fault.partition(": ")[2] for fault in probe(page, name, "body")]


@each_case("browser/cases/probes.yml")
def test_a_probe_finds_its_fault(case: dict[str, Any], browser: Browser) -> None:
    """Each fault is found; with a style sheet that mends it nothing is."""
    settings = {name: case[name] for name in SETTINGS if name in case}
    with browser.new_context(viewport=WINDOW, **settings) as context:
        page = context.new_page()
        page.set_content(f'<!doctype html><html lang="en"><body>{case["html"]}</body></html>')
        found = found_in(page, case["probe"])
        assert len(found) == len(case["found"]), found
        for fault, expected in zip(found, case["found"], strict=True):
            assert fault.startswith(expected)
        if "styles" in case:
            adopt(page, case["styles"])
            assert found_in(page, case["probe"]) == []
