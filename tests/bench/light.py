"""`make bench`: what a page costs a reader on a slow phone connection, against the same article written by hand.

A phone of 360 × 640 px, 400 ms until each answer, 400 kbit/s, a processor four times slower; Brotli. Medians. Bytes and
requests are what the server answered, to the page and to its worker, until nothing more was asked for.
"""

import statistics
import sys
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from host import Host, hosted
from lxml import etree, html
from measuring import PROJECT
from playwright.sync_api import Browser, Page, sync_playwright

from visitor import device

RUNS = 5
SHAPES = ("", "principles/democratic-governance/", "sources/ilo-resolution/")
LOCALES = ("", "th/", "km/")
WITH_LETTERS = ("th", "km", "lo")
ROUND_TRIP, BYTES_PER_SECOND, SLOWER = 400, 400_000 / 8, 4
# Milliseconds without a request, after which none comes.
QUIET = 1500
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


def throttle(page: Page) -> None:
    """Makes the page's line and processor slow."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"latency": ROUND_TRIP, "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def view(page: Page, host: Host, path: str) -> View:
    """Opens a page, and waits until nothing more is asked for, by its worker neither."""
    host.sent.clear()
    page.goto(host.address + path, wait_until="networkidle")
    so_far = -1
    while so_far < len(host.sent):
        so_far = len(host.sent)
        page.wait_for_timeout(QUIET)
    seen = page.evaluate("seen")
    sizes = [(each.path, each.size + each.head) for each in host.sent]
    own = sum(size for asked, size in sizes if asked == f"/{path}")
    fonts = sum(size for asked, size in sizes if asked.endswith(".woff2"))
    total = sum(size for _, size in sizes)
    return View(total, own, fonts, len(sizes), seen["lcp"], seen["blocked"], seen["cls"])


def measure(browser: Browser, host: Host, path: str, then: str | None = None) -> View:
    """Medians of first views of a page; or of the view that comes next, of another page."""
    views = []
    for _ in range(RUNS):
        context = browser.new_context(**PHONE)
        context.add_init_script(OBSERVE)
        page = context.new_page()
        throttle(page)
        first = view(page, host, path)
        views.append(first if then is None else view(page, host, then))
        context.close()
    names = View.__dataclass_fields__
    return View(**{name: statistics.median(getattr(each, name) for each in views) for name in names})


def main(site: Path) -> None:
    """Measures a built site and prints the table."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        floors, letters = Path(folder, "floors"), Path(folder, "letters")
        paths = [f"{locale}{shape}" for locale in LOCALES for shape in SHAPES]
        for path in paths:
            write_floor(site / path / "index.html", floors / path / "index.html")
        with hosted(site, kept=True) as host, hosted(floors, kept=True) as floor:
            with device(playwright.chromium, letters / "all", list(WITH_LETTERS)) as rich:
                _print_pages(rich, host, floor)
            for locale in filter(None, LOCALES):
                others = [each for each in WITH_LETTERS if f"{each}/" != locale]
                with device(playwright.chromium, letters / locale, others) as poor:
                    lacking = measure(poor, host, locale + SHAPES[1])
                print(f"/{locale} on a device without its letters: {lacking.fonts / 1000:.1f} KB more,", end=" ")
                print(f"which move the page by {lacking.cls:.3f} when they come")


def _print_pages(browser: Browser, host: Host, floor: Host) -> None:
    names = ("KB page", "all", "requests", "next", "LCP ms", "floor", "ratio", "blocked", "moved")
    print(f"{'':39}" + "".join(f"{name:>9}" for name in names))
    for locale, (shape, other) in product(LOCALES, pairwise((*SHAPES, SHAPES[0]))):
        path = locale + shape
        first, by_hand = measure(browser, host, path), measure(browser, floor, path)
        later = measure(browser, host, path, locale + other)
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
