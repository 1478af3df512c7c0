"""Whatever breaks the loading off, what is here stays, and it goes on from there."""

import random
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, expect

from keeping_reader import OFFLINE, PAGES, SAY, STATUS, cut, edition, keep, read, start, start_and_stall, titles
from keeping_site import COUNT, Host, make_edition, served
from visitor import ARGUMENTS, chromium


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


def test_a_lost_connection_is_told_and_it_goes_on_when_there_is_one(top: Host, phone: BrowserContext) -> None:
    """The message comes, what is here stays, and without a tap it goes on."""
    page = phone.new_page()
    start_and_stall(page, top, 9)
    cut(phone, top)
    top.go()
    lost = "The connection was lost. What is here stays; go on when there is one again."
    expect(page.locator(STATUS)).to_have_text(SAY(lost))
    cut(phone, top, is_cut=False)
    expect(page.locator(STATUS)).to_have_text(SAY("All is here."))


def test_it_can_be_stopped(top: Host, phone: BrowserContext) -> None:
    """The button stops it; another one goes on."""
    page = phone.new_page()
    start_and_stall(page, top, 9)
    page.locator("[data-act=stop]").click()
    top.go()
    expect(page.locator(STATUS)).to_have_text(SAY("Stopped. What is here stays; nothing is loaded twice."))
    page.locator("[data-act=go-on]").click()
    expect(page.locator(STATUS)).to_have_text(SAY("All is here."))


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
