"""What a phone keeps: pages that were read, a language that its reader asked for; without a connection, and whatever
ends it on the way."""

import random
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, expect

from harness import PROJECT, Built
from keeping_site import COUNT, GREEN, LOCALES, Host, labels_in, make_edition, served
from searching import ask
from visitor import ARGUMENTS, PHONE, chromium

OFFLINE = "km/offline/"
PAGES = ["km/", OFFLINE, *(f"km/page-{number}/" for number in range(COUNT))]
SAY = labels_in("km")
STATUS, LINE = "#keeping > [role=status]", ".kb-notice [role=status]"
# The names of all stores, and the pages that were read.
STORES = "caches.keys()"
VISITS = """async () => {
    const name = (await caches.keys()).find(name => name.endsWith("visits"))
    return name ? (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname) : []
}"""
# Waits until the worker has a page. (A condition of `wait_for_function` cannot be a promise.)
IS_THERE = f"""async path => {{
    const visits = {VISITS}
    const isThere = async () => document.querySelector(".kb-kept") || (await visits()).includes(path)
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller || !await isThere()) await new Promise(go => setTimeout(go, 20))
}}"""


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


def read(phone: BrowserContext | Page, host: Host, path: str) -> Page:
    """Opens a page, and waits until the worker has it."""
    page = phone.new_page() if isinstance(phone, BrowserContext) else phone
    page.goto(host.address + path)
    page.evaluate(IS_THERE, host.base + path)
    return page


def keep(page: Page, host: Host, *, handouts: bool = False) -> Page:
    """Asks on the page "Without internet" to keep the language, and waits until all is here."""
    page.goto(host.address + OFFLINE)
    if handouts:
        page.locator("[name=handouts]").check()
    start(page)
    expect(page.locator(STATUS)).to_have_text(SAY("All is here."))
    return page


def start(page: Page) -> None:
    """Presses the button that begins, goes on or renews; the one of them that is there."""
    page.locator("[data-act=keep]:visible, [data-act=go-on]:visible, [data-act=renew]:visible").click()


def cut(phone: BrowserContext, host: Host, *, is_cut: bool = True) -> None:
    """Takes the connection away, or gives it back."""
    host.is_down = is_cut
    phone.set_offline(is_cut)


def titles(page: Page, host: Host, paths: list[str]) -> dict[str, str]:
    """The headings of pages, each opened; every page must be styled."""
    found = {}
    for path in paths:
        page.goto(host.address + path)
        heading = page.locator("h1")
        found[path] = heading.inner_text()
        assert heading.evaluate("heading => getComputedStyle(heading).color") == GREEN
    return found


def edition(name: str) -> dict[str, str]:
    """The headings of an edition's Khmer pages."""
    numbers = {f"km/page-{number}/": f"Page {number}{name * (number % 2)}" for number in range(COUNT)}
    return {"km/": f"Home {name}", OFFLINE: "Without"} | numbers


def test_a_page_once_read_is_read_again_and_another_says_that_it_is_not_here(host: Host, phone: BrowserContext) -> None:
    """Without a connection: the page, which says why it may be old; the other in the reader's language, at its address,
    with the way to what is here. With one again, all is as it was."""
    page = read(read(phone, host, "km/page-1/"), host, "km/page-2/")
    cut(phone, host)
    assert titles(page, host, ["km/page-1/"]) == {"km/page-1/": "Page 1I"}
    expect(page.locator(LINE)).to_have_text(SAY("The site does not answer. This page is shown as you last read it."))
    assert titles(page, host, ["km/far/away/"]) == {"km/far/away/": SAY("This page is not on this phone")}
    assert page.url == f"{host.address}km/far/away/"
    page.get_by_role("link", name="Page 1I").click()
    expect(page.locator("h1")).to_have_text("Page 1I")
    cut(phone, host, is_cut=False)
    titles(page, host, ["km/page-3/"])
    expect(page.locator("h1")).to_have_text("Page 3I")
    expect(page.locator(LINE)).to_have_count(0)


def test_the_first_page_costs_nothing_more(top: Host, phone: BrowserContext) -> None:
    """It is kept from what the browser has: after the page come the worker and a line of words, and no file again."""
    read(phone, top, "km/page-1/").wait_for_timeout(300)
    beyond = [path for path in top.asked if path not in ("worker.js", "keeping/km.json")]
    assert sorted(beyond) == sorted({*beyond})
    assert top.asked.index("worker.js") == len(beyond)


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


def test_killed_at_twenty_moments_it_goes_on_and_ends_with_all_files(tmp_path: Path, browser: Browser) -> None:
    """Sixteen times the page is closed, four times the browser crashes, each after another number of answers.

    Nothing is shown as kept before all of it is here; what is here is not loaded again; in the end every page opens.
    """
    chance, count = random.Random(8), 60
    moments = [chance.randrange(12) for _ in range(20)]
    crashes = chance.sample(range(20), 4)

    def begin() -> BrowserContext:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "phone", executable_path=chromium(), args=ARGUMENTS
        )
        context.set_default_timeout(10_000)
        return context

    with served(Host(make_edition(tmp_path / "site", "I", count))) as host:
        phone = begin()
        for number, moment in enumerate(moments):
            page = phone.new_page()
            page.goto(host.address + OFFLINE)
            expect(page.locator("[data-act=keep]:visible, [data-act=go-on]:visible")).to_be_visible()
            assert page.locator("[data-part=kept]").inner_text() == ""
            host.stall(moment)
            start(page)
            assert host.stalled.wait(10)
            if number in crashes:
                with suppress(Error):
                    phone.new_cdp_session(page).send("Browser.crash")
                phone.close()
                host.go()
                phone = begin()
            else:
                page.close()
                host.go()
        host.asked.clear()
        page = keep(phone.new_page(), host)
        assert len([path for path in host.asked if path.startswith("km/page-")]) < count - 20
        cut(phone, host)
        pages = [*PAGES, *(f"km/page-{number}/" for number in range(COUNT, count))]
        assert all(title != SAY("This page is not on this phone") for title in titles(page, host, pages).values())
        phone.close()


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
    page.goto(top.address + OFFLINE)
    top.stall(8)
    start(page)
    assert top.stalled.wait(10)
    top.folder = make_edition(tmp_path / "site-2", "II")
    top.go()
    expect(page.locator(STATUS)).to_have_text(SAY("All is here."))
    cut(phone, top)
    assert titles(page, top, PAGES) == edition("II")


def test_a_network_s_own_page_is_not_taken_for_ours(top: Host, phone: BrowserContext) -> None:
    """Where a network answers in the place of the site, as before a log-in, nothing of it is kept."""
    page = phone.new_page()
    page.goto(top.address + OFFLINE)
    top.instead = b"<h1>Log in</h1>"
    start(page)
    expect(page.locator(STATUS)).to_have_text(
        SAY("The site is being renewed at this moment. Try again in a few minutes.")
    )
    top.instead = None
    keep(page, top)
    cut(phone, top)
    assert titles(page, top, PAGES) == edition("I")


def test_a_lost_connection_is_told_and_it_goes_on_when_there_is_one(top: Host, phone: BrowserContext) -> None:
    """The message comes, what is here stays, and without a tap it goes on."""
    page = phone.new_page()
    page.goto(top.address + OFFLINE)
    top.stall(9)
    start(page)
    assert top.stalled.wait(10)
    cut(phone, top)
    top.go()
    lost = "The connection was lost. What is here stays; go on when there is one again."
    expect(page.locator(STATUS)).to_have_text(SAY(lost))
    cut(phone, top, is_cut=False)
    expect(page.locator(STATUS)).to_have_text(SAY("All is here."))


def test_it_can_be_stopped(top: Host, phone: BrowserContext) -> None:
    """The button stops it; another one goes on."""
    page = phone.new_page()
    page.goto(top.address + OFFLINE)
    top.stall(9)
    start(page)
    assert top.stalled.wait(10)
    page.locator("[data-act=stop]").click()
    top.go()
    expect(page.locator(STATUS)).to_have_text(SAY("Stopped. What is here stays; nothing is loaded twice."))
    page.locator("[data-act=go-on]").click()
    expect(page.locator(STATUS)).to_have_text(SAY("All is here."))


FULL = SAY("There is not enough room on this phone. What was kept before stays.")


def test_a_phone_that_refuses_a_file_says_that_it_has_no_room(top: Host, phone: BrowserContext) -> None:
    """In the middle of loading: a message, nothing that was kept is lost, and with room again it goes on."""
    page = read(phone, top, "km/page-1/")
    page.goto(top.address + OFFLINE)
    session = phone.new_cdp_session(page)
    origin = {"origin": top.address.rstrip("/")}
    used = session.send("Storage.getUsageAndQuota", origin)["usage"]
    session.send("Storage.overrideQuotaForOrigin", {**origin, "quotaSize": used + 30_000})
    start(page)
    expect(page.locator(STATUS)).to_have_text(FULL)
    cut(phone, top)
    assert titles(page, top, ["km/page-1/"]) == {"km/page-1/": "Page 1I"}
    cut(phone, top, is_cut=False)
    session.send("Storage.overrideQuotaForOrigin", origin)
    keep(page, top)
    cut(phone, top)
    assert titles(page, top, PAGES) == edition("I")


def test_a_phone_that_knows_its_room_loads_nothing_in_vain(top: Host, phone: BrowserContext) -> None:
    """Where the browser tells how much there is (Chromium tells a number of its own), the message comes before."""
    page = phone.new_page()
    page.add_init_script("navigator.storage.estimate = async () => ({ quota: 3000, usage: 1000 })")
    page.goto(top.address + OFFLINE)
    start(page)
    expect(page.locator(STATUS)).to_have_text(FULL)
    assert not [path for path in top.asked if path.startswith("km/page-")]


@pytest.mark.parametrize(
    "how",
    [
        "delete Navigator.prototype.serviceWorker",
        "if (self.caches) caches.open = () => Promise.reject(new DOMException('', 'SecurityError'))",
    ],
)
def test_a_browser_that_keeps_nothing_says_so(how: str, top: Host, phone: BrowserContext) -> None:
    """As private windows do: a sentence, no button, no fault; and the pages can be read."""
    faults: list[str] = []
    phone.on("console", lambda message: faults.append(message.text))
    phone.on("weberror", lambda error: faults.append(str(error.error)))
    phone.add_init_script(how)
    page = phone.new_page()
    page.goto(top.address + OFFLINE)
    expect(page.locator(STATUS)).to_have_text(
        SAY("This browser keeps no pages here, perhaps since this is a private window.")
    )
    expect(page.locator("#keeping button:visible")).to_have_count(0)
    page.goto(f"{top.address}km/page-1/")
    expect(page.locator("h1")).to_have_text("Page 1I")
    assert faults == []


def test_without_https_a_browser_keeps_nothing_and_says_so(top: Host, browser: Browser) -> None:
    """As from a classroom's server: the browser has no worker then."""
    arguments = [*ARGUMENTS, "--host-resolver-rules=MAP classroom.example 127.0.0.1"]
    classroom = browser.browser_type.launch(executable_path=chromium(), args=arguments)
    page = classroom.new_page()
    page.goto(top.address.replace("127.0.0.1", "classroom.example") + OFFLINE)
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator("#keeping button:visible")).to_have_count(0)
    classroom.close()


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


def test_a_page_that_was_deleted_since_is_let_go(top: Host, phone: BrowserContext) -> None:
    """The site says that it is gone: so does the phone, also without a connection."""
    page = read(phone, top, "km/page-1/")
    read(page, top, "km/page-2/")
    (top.folder / "km/page-1/index.html").unlink()
    page.goto(f"{top.address}km/page-1/")
    assert "Not here" in page.content()
    page.goto(f"{top.address}km/page-2/")
    cut(phone, top)
    assert titles(page, top, ["km/page-1/"]) == {"km/page-1/": SAY("This page is not on this phone")}


def test_the_pages_read_last_are_kept(tmp_path: Path, phone: BrowserContext) -> None:
    """Fifty of them, with the style sheets that they need and no other."""
    with served(Host(make_edition(tmp_path / "site", "I", 56))) as host:
        page = read(phone, host, "km/page-0/")
        for number in range(1, 54):
            page.goto(f"{host.address}km/page-{number}/")
        host.folder = make_edition(tmp_path / "site-2", "II", 56)
        for number in range(1, 56, 2):
            page.goto(f"{host.address}km/page-{number}/")
        read(page, host, "km/page-54/")
        page.wait_for_timeout(500)  # the oldest goes after the newest has come
        kept = page.evaluate(VISITS)
        assert len([path for path in kept if path.endswith("/")]) == 50
        assert "/km/page-0/" not in kept
        assert len([path for path in kept if path.endswith(".css")]) == 2


def test_a_site_that_does_not_answer_is_not_waited_for_long(top: Host, phone: BrowserContext) -> None:
    """Where the page was read before: it comes from the phone after some seconds, and says so."""
    page = read(phone, top, "km/page-1/")
    top.stall(0)
    page.goto(f"{top.address}km/page-1/", timeout=18_000)
    expect(page.locator(LINE)).to_have_text(SAY("The site does not answer. This page is shown as you last read it."))
    top.go()


def test_a_clock_is_not_asked() -> None:
    """What decides is hashes and the order of things: no script of it reads a date."""
    scripts = [file.read_text(encoding="utf-8") for file in (PROJECT / "docs/assets/scripts/keeping").glob("*.js")]
    assert len(scripts) == 4
    assert not [script for script in scripts if re.search(r"\bDate\b|\bperformance\b|max-age", script)]


@pytest.mark.parametrize("locale", LOCALES)
def test_without_javascript_there_is_no_dead_button(locale: str, top: Host, browser: Browser) -> None:
    """A sentence stands there instead."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{top.address}{'' if locale == 'en' else 'km/'}offline/")
    expect(page.get_by_text(labels_in(locale)("Keeping pages on a phone needs JavaScript."))).to_be_visible()
    expect(page.locator("button:visible, input:visible")).to_have_count(0)
    page.close()


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


def test_from_a_folder_nothing_is_offered(site: Built, browser: Browser) -> None:
    """There the pages are on the device already: no controls, no worker, nothing on the console."""
    faults: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: faults.append(message.text))
    page.goto((site.folder / "km/offline/index.html").as_uri())
    page.wait_for_timeout(300)
    expect(page.locator("#keeping")).to_be_hidden()
    assert faults == []
    page.close()
