"""Every English page, and in each translation one of each kind: it fits, has no barriers, asks for nothing in vain."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from harness import TRANSLATIONS, Built
from visitor import DESK, ENLARGED, IS_WIDE, PHONE, Visit, end_animations, visits

EXAMINE = "options => { window.found = null; axe.run(options).then(found => { window.found = found.violations }) }"
# Milliseconds. An examination that does not end is an error, and does not hold up all tests after it.
LONGEST = 60_000
Options = dict[str, Any]

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


@dataclass
class Seen:
    """What was seen on a way through all pages."""

    wide: list[str] = field(default_factory=list)
    barriers: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """From here on records what the page asks for, and what goes wrong."""
        page.context.on("request", self._request)
        page.context.on("response", self._response)
        page.context.on("console", self._console)
        page.context.on("weberror", lambda error: self.faults.append(f"{page.url}: {error.error}"))

    def _request(self, request: Request) -> None:
        self.hosts.add(urlsplit(request.url).netloc)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.location['url']}: {message.text}")


def place(page: Page) -> str:
    """Where the visitor is: the path of the page, and the width of the window."""
    return f"{urlsplit(page.url).path} at {page.viewport_size and page.viewport_size['width']} px"


def barriers(page: Page, options: Options) -> Iterator[str]:
    """What axe (https://github.com/dequelabs/axe-core) finds: where, which rule, which element, what to do."""
    page.evaluate(EXAMINE, options)
    found = page.wait_for_function("() => window.found", timeout=LONGEST, polling=100)
    for violation in found.json_value():
        for node in violation["nodes"]:
            yield f"{place(page)}: {violation['id']}: {node['target']}: {' '.join(node['failureSummary'].split())}"


def go_through(site: Built, visit: Visit, scheme: str) -> Seen:
    """Visits pages in three widths, each in a window of its own.

    On a phone the English pages and those of each kind are examined, in dark colours too; in light colours they are
    also seen enlarged, and the English ones at a desk, where one of each kind is examined: what a desk shows beside an
    article is the same everywhere. All others are seen without JavaScript, in test_without_javascript.py.
    """
    seen = Seen()
    options = ALL if scheme == "light" else COLOURS
    closely = sorted({*site.english, *(f"{locale}/{kind}" for locale in TRANSLATIONS for kind in KINDS)})
    ways = {PHONE: closely} | ({ENLARGED: closely, DESK: site.english} if scheme == "light" else {})
    for width, paths in ways.items():
        page = visit(width=width, color_scheme=scheme)
        if width != ENLARGED:
            page.context.add_init_script(AXE)
        seen.watch(page)
        for path in paths:
            page.goto(f"./{path}")
            end_animations(page)
            if page.evaluate(IS_WIDE):
                seen.wide.append(place(page))
            if width == PHONE or (width == DESK and path in KINDS):
                seen.barriers += barriers(page, options)
        page.wait_for_load_state("networkidle")
        seen.cookies += [str(cookie) for cookie in page.context.cookies()]
    return seen


@pytest.fixture(scope="module", params=["light", "dark"])
def seen(request: pytest.FixtureRequest, site: Built, browser: Browser, address: str) -> Iterator[Seen]:
    """What a reader sees who likes light colours, and one who likes dark ones."""
    with visits(browser, address) as visit:
        yield go_through(site, visit, request.param)


def test_no_page_is_wider_than_the_window(seen: Seen) -> None:
    """No page has to be moved sideways to be read: at a desk, on a phone, or enlarged to 400 %."""
    assert seen.wide == []


def test_no_page_has_a_barrier(seen: Seen) -> None:
    """Axe finds no barrier on any page, at a desk and on a phone, in light and in dark colours."""
    assert not seen.barriers, "\n".join(seen.barriers)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_has_no_barrier(scheme: str, visit: Visit) -> None:
    """Axe finds no barrier in the menu that a phone opens."""
    page = visit("principles/", PHONE, color_scheme=scheme)
    page.locator(".md-header [for=__drawer]").click()
    end_animations(page)
    page.evaluate(AXE)
    found = list(barriers(page, ALL))
    assert not found, "\n".join(found)


def test_no_other_host_is_asked(seen: Seen, address: str) -> None:
    """All pages together ask one host: their own."""
    assert seen.hosts == {urlsplit(address).netloc}


def test_nothing_fails(seen: Seen) -> None:
    """No page asks for what is not there, and none gives the browser's console an error or a warning."""
    assert seen.faults == []


def test_no_cookie_is_left(seen: Seen) -> None:
    """After all pages the browser has no cookie."""
    assert seen.cookies == []
