"""What browser tests share: how a visitor opens a page, and what colours they see."""

from typing import Any, Protocol

from playwright.sync_api import Page

PHONE, DESK = 360, 1280
# Whether the article's ink is lighter than the ground of the page.
DARK = """() => {
    const light = (element, property) =>
        getComputedStyle(element)[property].match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
    return light(document.querySelector("article"), "color") > light(document.body, "backgroundColor")
}"""


class Visit(Protocol):
    """Opens a page in a browser that has never been here: the path, the width of the window, options of the context."""

    def __call__(self, path: str = "", width: int = DESK, **options: Any) -> Page: ...


def expect_colours(page: Page, scheme: str) -> None:
    """Waits until the page is "dark" or "light", as its reader sees it."""
    page.wait_for_function(f"wanted => ({DARK})() === wanted", arg=scheme == "dark")


def end_animations(page: Page) -> None:
    """Takes the page to where its animations lead to, so that nothing is measured on its way."""
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")


def tab_to(page: Page, ending: str) -> None:
    """Presses the Tab key until a link has the focus whose address has this ending."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("ending => (document.activeElement.href || '').endsWith(ending)", ending):
            return
    raise AssertionError(f"no link to {ending} can be reached by the Tab key")
