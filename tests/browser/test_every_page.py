"""Every English page, and in two translations one of each kind: it fits, has no barriers, asks for nothing in vain."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from barriers import ALL, AXE, COLOURS, KINDS, SAMPLE, barriers, place
from harness import Built
from visitor import DESK, ENLARGED, IS_WIDE, PHONE, Visit, end_animations, visits


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


def go_through(site: Built, visit: Visit, scheme: str) -> Seen:
    """Visits pages in three widths, each in a window of its own.

    In light colours the English pages and in some translations those of each kind are examined on a phone, and seen
    enlarged; the English ones are seen at a desk too, where one of each kind is examined: what a desk shows beside an
    article is the same everywhere. In the dark one of each kind is examined. All others are seen without JavaScript, in
    test_without_javascript.py; `make standards` examines all.
    """
    seen = Seen()
    options = ALL if scheme == "light" else COLOURS
    closely = sorted({*site.english, *(f"{locale}{kind}" for locale in SAMPLE for kind in KINDS)})
    ways: dict[int, Iterable[str]] = {PHONE: [f"{locale}{kind}" for locale in SAMPLE[:2] for kind in KINDS]}
    if scheme == "light":
        ways = {PHONE: closely, ENLARGED: closely, DESK: site.english}
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
    """Axe finds no barrier, at a desk and on a phone, in light and in dark colours."""
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
