"""One reader's visit to a site with a search: opens a page, types, types again. All is measured inside the page."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from engines import ASK, OURS, Engine
from host import Host
from light import BYTES_PER_SECOND, ROUND_TRIP, SLOWER
from playwright.sync_api import BrowserType, CDPSession, Page

from visitor import ARGUMENTS, DESK, HEIGHT
from visitor import chromium as executable

RUNS = 3
MEGABYTE = 1e6
LINE = {"latency": ROUND_TRIP, "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}


@dataclass(frozen=True)
class Visit:
    """What it took.

    first   milliseconds from the first word typed to its results
    opened  milliseconds from the page's opening to the same
    later   as `first`, for the words after it
    size    bytes of the search until the first result, and of what came with the page
    heap    MB of JavaScript in the page before and after the first word, where that is asked for
    memory  MB that the page's processes took more than an empty page
    found   the paths of the pages found, for each word
    """

    first: float
    opened: float
    later: list[float]
    size: int
    heap: tuple[float, float]
    memory: float
    found: list[list[str]]


@contextmanager
def opened(chromium: BrowserType) -> Iterator[Page]:
    """An empty page in a browser that has just begun, so that nothing of another visit is left in its memory."""
    browser = chromium.launch(executable_path=executable(), args=ARGUMENTS)
    yield browser.new_page(viewport={"width": DESK, "height": HEIGHT})
    browser.close()


def visit(
    chromium: BrowserType,
    host: Host,
    engine: Engine,
    path: str,
    words: Sequence[str],
    *,
    slower: float = SLOWER,
    is_line_slow: bool = False,
    with_heap: bool = False,
) -> Visit:
    """Opens a page with nothing kept, and types the first word as soon as the page has loaded.

    slower  how many times slower the page's processor is made; workers stay as fast as the machine
    """
    with opened(chromium) as page:
        session = page.context.new_cdp_session(page)
        empty = _memory(page)
        session.send("Network.enable")
        if is_line_slow:
            session.send("Network.emulateNetworkConditions", {"offline": False, **LINE})
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        host.sent.clear()
        page.goto(host.address + path)
        # Clearing up takes time, in which a search that comes with the page would go on.
        heap = _heap(session) if with_heap else 0
        asked = [page.evaluate(ASK, [words[0], engine.how])]
        size, memory = size_of(engine, host), _memory(page) - empty
        grown = _heap(session) if with_heap else 0
        asked += [page.evaluate(ASK, [word, engine.how]) for word in words[1:]]
    # Several results may lead to places on one page.
    found = [list(dict.fromkeys(urlsplit(link).path.lstrip("/") for link in links)) for *_, links in asked]
    if engine is OURS and not found[0]:
        raise AssertionError(f"{words[0]} is not found at {host.address}{path}, so its time says nothing")
    times = [took for took, *_ in asked]
    return Visit(times[0], asked[0][1], times[1:], size, (heap, grown), memory, found)


def median(visits: Sequence[Visit], figure: Callable[[Visit], float]) -> float:
    """The middle one of a figure of all visits."""
    return statistics.median(map(figure, visits))


def size_of(engine: Engine, host: Host) -> int:
    """The bytes of a search among all that was sent."""
    return sum(each.size for each in host.sent if engine.files.search(each.path))


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    used: dict[str, float] = session.send("Runtime.getHeapUsage")
    return used["usedSize"] / MEGABYTE


def _memory(page: Page) -> float:
    """The memory that the processes of pages have for themselves, in MB: scripts, workers, WebAssembly, the picture.

    Known on Linux alone; elsewhere 0.
    """
    browser = page.context.browser
    assert browser
    known: dict[str, Any] = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    pages = [process["id"] for process in known["processInfo"] if process["type"] == "renderer"]
    return sum(map(_private, pages)) / MEGABYTE


def _private(process: int) -> int:
    rollup = Path(f"/proc/{process}/smaps_rollup")
    lines = rollup.read_text(encoding="ascii").splitlines() if rollup.is_file() else []
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))
