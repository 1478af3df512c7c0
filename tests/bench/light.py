"""`make bench`: what a page costs a reader on a slow phone connection, against the same article written by hand.

A phone of 360 × 640 px, 400 ms until each answer, 400 kbit/s, a processor four times slower; Brotli. Medians.
"""

import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise, product
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import brotli
from lxml import etree, html
from measuring import PROJECT
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from visitor import device

RUNS = 5
SHAPES = ("", "principles/democratic-governance/", "sources/ilo-resolution/")
LOCALES = ("", "th/", "km/")
FLOOR = "floor/"
WITH_LETTERS = ("th", "km", "lo")
ROUND_TRIP, BYTES_PER_SECOND, SLOWER = 400, 400_000 / 8, 4
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
OBSERVE = """window.seen = {lcp: 0, cls: 0, blocked: 0}
for (const [type, note] of [
    ["largest-contentful-paint", entry => { seen.lcp = entry.startTime }],
    ["layout-shift", entry => { seen.cls += entry.value }],
    ["longtask", entry => { seen.blocked += Math.max(0, entry.duration - 50) }],
]) new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true})"""


@dataclass(frozen=True)
class View:
    """What one view of a page took: bytes in all, of the page itself and of fonts; requests; milliseconds; movement."""

    size: int
    page: int
    fonts: int
    requests: int
    lcp: float
    blocked: float
    cls: float


class Handler(SimpleHTTPRequestHandler):
    """Serves texts compressed; what is named by its content may be kept."""

    protocol_version = "HTTP/1.1"
    compressed: dict[Path, bytes] = {}  # noqa: RUF012 - shared on purpose: each file is compressed once

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = file.read_bytes() if file.is_file() else b""
        is_text = file.suffix in (".html", ".css", ".js", ".svg")
        if is_text:
            content = self.compressed.setdefault(file, brotli.compress(content, quality=11))
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Cache-Control", "no-cache" if file.suffix == ".html" else "max-age=31536000")
        if is_text:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def write_floor(page: Path, floor: Path) -> None:
    """The page's article as one would write it by hand: its text and links, and nothing else."""
    root = html.fromstring(page.read_text(encoding="utf-8"))
    article = next(root.iter("article"))
    etree.strip_elements(article, "svg", with_tail=False)
    for element in article.iter(etree.Element):
        for name in set(element.attrib) - {"href", "id", "lang", "open"}:
            del element.attrib[name]
    words = html.tostring(article, encoding="unicode")
    title = root.findtext(".//title")
    head = f'<!doctype html><html lang="{root.get("lang")}"><meta charset="utf-8"><title>{title}</title>'
    style = "<style>body{font:1.1em/1.6 system-ui;margin:1em auto;max-width:40em;padding:0 1em}</style>"
    viewport = '<meta name="viewport" content="width=device-width,initial-scale=1">'
    floor.parent.mkdir(parents=True, exist_ok=True)
    floor.write_text(head + viewport + style + words, encoding="utf-8")


def throttle(page: Page) -> CDPSession:
    """Makes the page's line and processor slow."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"latency": ROUND_TRIP, "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session


def view(page: Page, session: CDPSession, address: str) -> View:
    """Opens a page, and waits until it asks for nothing more."""
    sizes: dict[str, int] = {}
    kinds: dict[str, str] = {}

    def answered(event: dict[str, Any]) -> None:
        # What stands in a style sheet itself (data:) is no request.
        if event["response"]["url"].startswith("http") and not event["response"].get("fromDiskCache"):
            kinds[event["requestId"]] = event["type"]

    def loaded(event: dict[str, Any]) -> None:
        if event["requestId"] in kinds:
            sizes[event["requestId"]] = event["encodedDataLength"]

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", loaded)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    seen = page.evaluate("seen")
    of_kind = {kind: sum(size for key, size in sizes.items() if kinds[key] == kind) for kind in ("Document", "Font")}
    total = sum(sizes.values())
    return View(total, of_kind["Document"], of_kind["Font"], len(sizes), seen["lcp"], seen["blocked"], seen["cls"])


def measure(browser: Browser, address: str, then: str = "") -> View:
    """Medians of first views of a page; or of the view that comes next, of another page."""
    views = []
    for _ in range(RUNS):
        context = browser.new_context(**PHONE)
        context.add_init_script(OBSERVE)
        page = context.new_page()
        session = throttle(page)
        first = view(page, session, address)
        if then:
            session.detach()
            first = view(page, throttle(page), then)
        views.append(first)
        context.close()
    names = View.__dataclass_fields__
    return View(**{name: statistics.median(getattr(each, name) for each in views) for name in names})


def main(site: Path) -> None:
    """Measures a built site and prints the table."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        floors = Path(folder)
        paths = [f"{locale}{shape}" for locale in LOCALES for shape in SHAPES]
        for path in paths:
            write_floor(site / path / "index.html", floors / FLOOR / path / "index.html")
        with served(site) as address, served(floors) as floor:
            with device(playwright.chromium, floors / "all", list(WITH_LETTERS)) as rich:
                _print_pages(rich, address, f"{floor}{FLOOR}")
            for locale in filter(None, LOCALES):
                others = [each for each in WITH_LETTERS if f"{each}/" != locale]
                with device(playwright.chromium, floors / locale, others) as poor:
                    lacking = measure(poor, address + locale + SHAPES[1])
                print(f"/{locale} on a device without its letters: {lacking.fonts / 1000:.1f} KB more,", end=" ")
                print(f"which move the page by {lacking.cls:.3f} when they come")


def _print_pages(browser: Browser, address: str, floor: str) -> None:
    names = ("KB page", "all", "requests", "next", "LCP ms", "floor", "ratio", "blocked", "moved")
    print(f"{'':39}" + "".join(f"{name:>9}" for name in names))
    for locale, (shape, other) in product(LOCALES, pairwise((*SHAPES, SHAPES[0]))):
        path = locale + shape
        first, by_hand = measure(browser, address + path), measure(browser, floor + path)
        later = measure(browser, address + path, address + locale + other)
        figures = (
            *(f"{each / 1000:.1f}" for each in (first.page, first.size)),
            f"{first.requests}",
            f"{later.size / 1000:.1f}",
            *(f"{each:.0f}" for each in (first.lcp, by_hand.lcp)),
            f"{first.lcp / by_hand.lcp:.2f}",
            f"{first.blocked:.0f}",
            f"{first.cls:.3f}",
        )
        print(f"/{path:38}" + "".join(f"{each:>9}" for each in figures), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "site")
