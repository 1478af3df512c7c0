"""A language that its reader asked for is there without a connection, until the reader removes it."""

import re

import pytest
from playwright.sync_api import BrowserContext, Error, Request, expect

from harness import Built
from keeping_reader import LINE, PAGES, SAY, STATUS, STORES, VISITS, cut, edition, keep, read, start, titles
from keeping_site import Host, labels_in
from searching import ask


def test_a_language_is_kept(host: Host, phone: BrowserContext) -> None:
    """All its pages open from the phone, also with a word behind the address, and nothing is asked of the site for it;
    pages of another language say that they are not here."""
    page = keep(phone.new_page(), host)
    expect(page.locator("[data-act=keep]")).to_be_hidden()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert titles(page, host, PAGES) == edition("I")
    host.asked.clear()
    page.goto(f"{host.address}km/page-5/index.html?h=word#place")
    expect(page.locator("h1")).to_have_text("Page 5I")
    expect(page.locator(LINE)).to_have_text(SAY("This page is kept on this phone."))
    page.wait_for_timeout(300)
    assert {path for path in host.asked if path != "worker.js"} <= {"keeping/km.json"}
    cut(phone, host)
    assert titles(page, host, PAGES) == edition("I")
    expect(page.locator(LINE)).to_have_text(SAY("No connection. This page is shown as it is kept on this phone."))
    assert page.evaluate("fetch('../../search/km.js').then(answer => answer.text())") == "words('I')"
    titles(page, host, ["page-1/"])
    expect(page.locator("h1")).to_have_text(SAY("This page is not on this phone"))


def test_handouts_are_kept_only_when_asked_for(top: Host, phone: BrowserContext) -> None:
    """First without them; then with the tick only they are loaded, and they open without a connection."""
    page = keep(phone.new_page(), top)
    assert not [path for path in top.asked if path.startswith("handouts/")]
    top.asked.clear()
    keep(page, top, handouts=True)
    loaded = {path for path in top.asked if not path.startswith("keeping/") and path != "worker.js"}
    assert loaded == {f"handouts/km/{number}.pdf" for number in range(3)}
    cut(phone, top)
    assert page.evaluate("fetch('../../handouts/km/0.pdf').then(answer => answer.ok)")


def test_what_is_kept_can_be_removed(top: Host, phone: BrowserContext) -> None:
    """A language, and with its tick the pages that were read: nothing is left of them, and no page is kept any more."""
    page = keep(read(phone, top, "km/page-1/"), top)
    page.locator("[data-act=remove]").click()
    expect(page.locator(STATUS)).to_have_text(SAY("Removed."))
    page.locator("[name=visits]").uncheck()
    expect(page.locator("[data-part=visits]")).to_have_text(SAY("No pages that you read are kept on this phone."))
    page.goto(f"{top.address}km/page-2/")
    page.wait_for_timeout(500)
    assert page.evaluate(VISITS) == []
    assert [name.split()[-1] for name in page.evaluate(STORES)] == ["entries"]
    cut(phone, top)
    with pytest.raises(Error, match="ERR_"):
        page.goto(f"{top.address}km/page-1/")


def test_every_page_of_the_real_site_is_kept(site: Built, address: str, phone: BrowserContext) -> None:
    """Lao, with its handouts: without a connection every page opens, lacking nothing but the letters of the languages
    that it offers, and the search finds something."""
    page = phone.new_page()
    page.goto(f"{address}lo/offline/")
    page.locator("[name=handouts]").check()
    start(page)
    expect(page.locator(STATUS)).to_have_text(labels_in("lo")("All is here."), timeout=30_000)
    phone.set_offline(True)
    lost: list[str] = []

    def note(request: Request) -> None:
        # What the browser gives up itself, since the next page is asked for, is not lost.
        if request.failure != "net::ERR_ABORTED":
            lost.append(request.url)

    phone.on("requestfailed", note)
    for path in [path for path in site.pages if path.startswith("lo/")]:
        page.goto(address + path)
        expect(page.locator(".kb-kept")).to_have_count(1)
        assert page.evaluate("document.styleSheets.length && !document.querySelector('img:not([src])')")
    assert [url for url in lost if not re.search(r"/keeping/|/worker\.js$|/fonts/(th|km)-", url)] == []
    page.goto(f"{address}lo/")
    assert ask(page, "ສະຫະກອນ") != []
    page.goto(f"{address}lo/nowhere/")
    expect(page.locator("h1")).to_have_text(labels_in("lo")("This page is not on this phone"))
    expect(page.locator(".md-header")).to_be_visible()
