"""Pages that were read are kept, the last fifty of them; the site's own answer comes first."""

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from keeping_reader import LINE, SAY, VISITS, cut, read, titles
from keeping_site import Host, make_edition, served


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


def test_a_site_that_does_not_answer_is_not_waited_for_long(top: Host, phone: BrowserContext) -> None:
    """Where the page was read before: it comes from the phone after some seconds, and says so."""
    page = read(phone, top, "km/page-1/")
    top.stall(0)
    page.goto(f"{top.address}km/page-1/", timeout=18_000)
    expect(page.locator(LINE)).to_have_text(SAY("The site does not answer. This page is shown as you last read it."))
    top.go()
