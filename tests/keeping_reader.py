"""What a reader does with what a phone keeps, and what the reader then sees."""

from playwright.sync_api import BrowserContext, Page, expect

from keeping_site import COUNT, GREEN, Host, labels_in

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


def start_and_stall(page: Page, host: Host, after: int) -> None:
    """Begins to keep the language, and waits until the host has answered so many times and answers no more."""
    page.goto(host.address + OFFLINE)
    host.stall(after)
    start(page)
    assert host.stalled.wait(10)


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
