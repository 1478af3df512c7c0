"""What axe (https://github.com/dequelabs/axe-core) finds: nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from harness import Built
from visitor import DESK, PHONE, Visit, end_animations

Options = dict[str, Any]

SCRIPT = Axe().axe_script
# All that axe does by default, and the size of what is to be hit with a finger (WCAG 2.5.8).
ALL: Options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# What depends on colours: the rest is the same in the dark.
COLOURS: Options = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}


def violations(page: Page, options: Options) -> Iterator[str]:
    """One line for each element that breaks a rule: where, which rule, which element, and what axe says."""
    end_animations(page)
    found = page.evaluate("async options => (await axe.run(options)).violations", options)
    place = f"{page.url} at {page.viewport_size and page.viewport_size['width']} px"
    for violation in found:
        for node in violation["nodes"]:
            yield f"{place}: {violation['id']}: {node['target']}: {' '.join(node['failureSummary'].split())}"


@pytest.mark.parametrize(("scheme", "options"), [("light", ALL), ("dark", COLOURS)], ids=["light", "dark"])
def test_no_page_has_a_barrier(scheme: str, options: Options, site: Built, visit: Visit) -> None:
    """Axe finds no barrier on any page, on a phone and at a desk, in light and in dark colours."""
    page = visit(color_scheme=scheme)
    page.context.add_init_script(SCRIPT)
    found: list[str] = []
    for path in site.pages:
        page.goto(f"./{path}")
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 800})
            found += violations(page, options)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_has_no_barrier(scheme: str, visit: Visit) -> None:
    """Axe finds no barrier in the menu that a phone opens."""
    page = visit("principles/", PHONE, color_scheme=scheme)
    page.locator(".md-header [for=__drawer]").click()
    page.evaluate(SCRIPT)
    found = list(violations(page, ALL))
    assert not found, "\n".join(found)
