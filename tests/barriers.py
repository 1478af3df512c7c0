"""Barriers as axe finds them (https://github.com/dequelabs/axe-core), and one page of each kind to look for them."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

EXAMINE = "options => { window.found = null; axe.run(options).then(found => { window.found = found.violations }) }"
# Milliseconds. An examination that does not end is an error, and does not hold up all tests after it.
LONGEST = 60_000
Options = dict[str, Any]

# English, the script that stands tallest and has no spaces, and the language of the longest words.
SAMPLE = ("", "km/", "tl/")
# One page of each kind: where a translation is examined as closely as the English, whose every page is.
KINDS = (
    "",
    "principles/voluntary-cooperation/",
    "sources/ilo-report/",
    "call/",
    "seminar/session-2/",
    "seminar/worksheet/",
    "seminar/custom-set/",
    "translating/",
    "translations/",
    "terms/",
)
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# All that axe does by default, and the size of what is to be hit with a finger (WCAG 2.5.8).
ALL: Options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# What depends on colours: the rest is the same in the dark.
COLOURS: Options = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}


def place(page: Page) -> str:
    """Where the visitor is: the path of the page, and the width of the window."""
    return f"{urlsplit(page.url).path} at {page.viewport_size and page.viewport_size['width']} px"


def barriers(page: Page, options: Options) -> Iterator[str]:
    """What axe finds: where, which rule, which element, what to do."""
    page.evaluate(EXAMINE, options)
    found = page.wait_for_function("() => window.found", timeout=LONGEST, polling=20)
    for violation in found.json_value():
        for node in violation["nodes"]:
            yield f"{place(page)}: {violation['id']}: {node['target']}: {' '.join(node['failureSummary'].split())}"
