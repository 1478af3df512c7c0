"""What the site asks of the network: nothing of others, nothing in vain; and it leaves no cookies."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from harness import Built
from visitor import Visit


class Record:
    """What happened while pages were visited."""

    def __init__(self, page: Page) -> None:
        self.hosts: set[str] = set()
        self.faults: list[str] = []
        page.context.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.context.on(
            "response", lambda answer: answer.status >= 400 and self.faults.append(f"{answer.status} {answer.url}")
        )
        page.context.on("console", lambda said: said.type in ("error", "warning") and self.faults.append(said.text))
        page.context.on("weberror", lambda error: self.faults.append(str(error.error)))


@pytest.fixture
def visited(site: Built, visit: Visit) -> Iterator[tuple[Page, Record]]:
    """A reader who has seen every page, and the record of it."""
    page = visit()
    record = Record(page)
    for path in site.pages:
        page.goto(f"./{path}")
    page.wait_for_load_state("networkidle")
    yield page, record


def test_no_other_host_is_asked(visited: tuple[Page, Record], address: str) -> None:
    """All pages together ask one host: their own."""
    assert visited[1].hosts == {urlsplit(address).netloc}


def test_nothing_fails(visited: tuple[Page, Record]) -> None:
    """No page asks for what is not there, and none says an error or a warning to the browser's console."""
    assert visited[1].faults == []


def test_no_cookie_is_left(visited: tuple[Page, Record]) -> None:
    """After all pages the browser has no cookie."""
    assert visited[0].context.cookies() == []
