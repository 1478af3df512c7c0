"""By keyboard alone: what has the focus can be seen, and everything can be reached."""

import pytest
from playwright.sync_api import Page, expect

from visitor import DESK, PHONE, Visit

# What has the focus, null for nothing; and why it cannot be seen, "" if it can. The switch for colours is a box without
# size: its label is seen instead.
FOCUS = """() => {
    const element = document.activeElement
    if (element === document.body) return [null, ""]
    document.getAnimations().forEach(animation => animation.finish())
    const seen = element.matches(".md-option") ? element.nextElementSibling : element
    const {outlineStyle, outlineWidth} = getComputedStyle(seen)
    const {x, y, width, height} = [...seen.getClientRects()].find(({width, height}) => width && height) || {}
    const hit = document.elementFromPoint(x + width / 2 || 0, y + height / 2 || 0)
    const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
    return [element.outerHTML, !ring ? "no outline" : !seen.contains(hit) ? "out of sight" : ""]
}"""
WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])


def tab_to(page: Page, ending: str) -> None:
    """Presses the Tab key until a link has the focus whose address has this ending."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("ending => (document.activeElement.href || '').endsWith(ending)", ending):
            return
    raise AssertionError(f"no link to {ending} can be reached by the Tab key")


@WIDTHS
def test_the_first_key_skips_the_menu(width: int, visit: Visit) -> None:
    """The first link that the Tab key reaches leads to the article: the next one is in it."""
    page = visit("values/equality/", width)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1:target")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('article *')")


@WIDTHS
@pytest.mark.parametrize("path", ["", "sources/ilo-resolution/"])
def test_the_focus_can_be_seen(path: str, width: int, visit: Visit) -> None:
    """Whatever the Tab key reaches is in sight and has an outline, also in the menu of a phone."""
    page = visit(path, width)
    reached: list[str] = []
    unseen: list[str] = []
    page.keyboard.press("Tab")
    while (focus := page.evaluate(FOCUS))[0]:
        if focus[1]:
            # The search opens a moment after it got the focus.
            page.wait_for_timeout(500)
            focus = page.evaluate(FOCUS)
        reached.append(focus[0])
        unseen += [f"{focus[1]}: {focus[0]}"] if focus[1] else []
        page.keyboard.press("Tab")
    assert not unseen, "\n".join(unseen)
    assert len(reached) > page.locator("article a").count()


@WIDTHS
def test_from_home_to_a_concept_and_its_passage(width: int, visit: Visit) -> None:
    """A principle and its source can be reached from the home page by the keys Tab and Enter alone."""
    page = visit(width=width)
    for address in ("/principles/", "/principles/voluntary-cooperation/", "/sources/ilo-resolution/#principles"):
        tab_to(page, address)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{address}")
    expect(page.locator(":target")).to_be_in_viewport()
