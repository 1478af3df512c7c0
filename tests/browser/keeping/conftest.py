"""The site in its first edition on a host that can fail, and phones that have never been on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from keeping_site import Host, make_edition, served
from visitor import PHONE


@pytest.fixture(params=["/", "/a/path/"], ids=["at the top", "below a path"])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Host]:
    """The first edition of the site, at the top of its host and below a path."""
    with served(Host(make_edition(tmp_path / "site", "I"), request.param)) as host:
        yield host


@pytest.fixture
def top(tmp_path: Path) -> Iterator[Host]:
    """The same, at the top only."""
    with served(Host(make_edition(tmp_path / "site", "I"))) as host:
        yield host


@pytest.fixture
def phones(browser: Browser) -> Iterator[list[BrowserContext]]:
    """The phones of a test, put away in the end."""
    contexts: list[BrowserContext] = []
    yield contexts
    for context in contexts:
        context.close()


@pytest.fixture
def phone(browser: Browser, phones: list[BrowserContext]) -> BrowserContext:
    """A phone that has never been on the site."""
    context = browser.new_context(viewport={"width": PHONE, "height": 640})
    context.set_default_timeout(10_000)
    phones.append(context)
    return context
