"""After a new edition of the site a phone has the whole of one edition, and no mixture."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from harness import PROJECT
from keeping_reader import LINE, OFFLINE, PAGES, SAY, STATUS, STORES, cut, edition, keep, start, start_and_stall, titles
from keeping_site import COUNT, Host, make_edition


def test_after_a_new_edition_the_phone_has_all_of_it_or_none(top: Host, phone: BrowserContext, tmp_path: Path) -> None:
    """The page says that there is a newer one. Ended on the way, every page is as it was; when all is here, every page
    is new. What stayed the same is not loaded again."""
    page = keep(phone.new_page(), top)
    top.folder = make_edition(tmp_path / "site-2", "II")
    page.goto(f"{top.address}km/page-1/")
    expect(page.locator("h1")).to_have_text("Page 1I")
    expect(page.locator(LINE)).to_have_text(SAY("This page is kept on this phone. The site has a newer edition."))
    page.goto(top.address + OFFLINE)
    expect(page.locator("[data-act=renew]")).to_be_visible()
    top.stall(9)
    start(page)
    assert top.stalled.wait(10)
    page.close()
    top.go()
    page = phone.new_page()
    cut(phone, top)
    assert titles(page, top, PAGES) == edition("I")
    cut(phone, top, is_cut=False)
    top.asked.clear()
    keep(page, top)
    same = {f"km/page-{number}/" for number in range(0, COUNT, 2)}
    assert same.intersection(top.asked) == set()
    cut(phone, top)
    assert titles(page, top, PAGES) == edition("II")
    assert page.evaluate("fetch('../../search/km.js').then(answer => answer.text())") == "words('II')"
    # Of the first edition nothing is left.
    assert len([name for name in page.evaluate(STORES) if " km " in name]) == 1


def test_a_page_that_is_open_keeps_to_its_edition(top: Host, phone: BrowserContext, tmp_path: Path) -> None:
    """What it asks for later comes from the edition that it is from, though a newer one has been kept meanwhile."""
    page = keep(phone.new_page(), top)
    page.goto(f"{top.address}km/page-1/")
    top.folder = make_edition(tmp_path / "site-2", "II")
    keep(phone.new_page(), top)
    asks = "fetch('../../search/km.js').then(answer => answer.text())"
    assert page.evaluate(asks) == "words('I')"
    page.reload()
    assert page.evaluate(asks) == "words('II')"


def test_a_site_that_is_replaced_on_the_way_is_not_mixed(top: Host, phone: BrowserContext, tmp_path: Path) -> None:
    """While a language is loaded the site becomes another one: the phone begins again, and has the new one only."""
    page = phone.new_page()
    start_and_stall(page, top, 8)
    top.folder = make_edition(tmp_path / "site-2", "II")
    top.go()
    expect(page.locator(STATUS)).to_have_text(SAY("All is here."))
    cut(phone, top)
    assert titles(page, top, PAGES) == edition("II")


def test_a_worker_of_an_older_release_is_replaced(top: Host, phone: BrowserContext) -> None:
    """One that gives an old page for everything: on the next visit the new one has its place, and nothing is stuck."""
    worker = top.folder / "worker.js"
    new = worker.read_text(encoding="utf-8")
    worker.write_text(
        "addEventListener('fetch', event => { if (event.request.mode === 'navigate') "
        "event.respondWith(new Response('<h1>Old</h1>', { headers: { 'Content-Type': 'text/html' } })) })"
    )
    page = phone.new_page()
    page.goto(f"{top.address}km/page-1/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(f"{top.address}km/page-1/")
    expect(page.locator("h1")).to_have_text("Old")
    worker.write_text(new, encoding="utf-8")
    page.evaluate("navigator.serviceWorker.getRegistration().then(known => known.update())")
    page.wait_for_timeout(500)
    page.goto(f"{top.address}km/page-1/")
    expect(page.locator("h1")).to_have_text("Page 1I")


def test_a_clock_is_not_asked() -> None:
    """What decides is hashes and the order of things: no script of it reads a date."""
    scripts = [file.read_text(encoding="utf-8") for file in (PROJECT / "docs/assets/scripts/keeping").glob("*.js")]
    assert len(scripts) == 4
    assert not [script for script in scripts if re.search(r"\bDate\b|\bperformance\b|max-age", script)]
