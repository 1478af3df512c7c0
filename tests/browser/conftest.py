"""The real site behind a server on this machine, and Chromium to visit it with."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from harness import PROJECT, Built
from knowledge_base.__main__ import main
from visitor import ARGUMENTS, Visit, chromium, unpack, visits


class Handler(SimpleHTTPRequestHandler):
    """Serves files, quietly. They may be cached: a test visits dozens of pages with the same style sheets."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Built) -> Iterator[str]:
    """Where the real site is served: "http://127.0.0.1:" and a free port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site.folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or the browser that the environment names in CHROMIUM."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages for one test."""
    with visits(browser, address) as visit:
        yield visit


@pytest.fixture(scope="session")
def sticks(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as archives to unpack, one of each language and one of all."""
    archives = tmp_path_factory.mktemp("sticks")
    assert main(["--project", str(PROJECT), "offline", "--site", str(site.folder), "--into", str(archives)]) == 0
    return archives


@pytest.fixture(scope="session")
def folder(sticks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all languages, unpacked."""
    return unpack(sticks / "sse-knowledge-base.zip", tmp_path_factory.mktemp("all"))
