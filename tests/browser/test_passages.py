"""From a concept to the passage that it quotes, and back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from visitor import DESK, PHONE, Visit

# Whether the point where the element begins is in the window, and nothing lies above it.
BEGINS_IN_SIGHT = """element => {
    const {x, y} = element.getClientRects()[0]
    return element.contains(document.elementFromPoint(x + 8, y + 1))
}"""


def target_in_sight(page: Page) -> Locator:
    """What the address leads to; it must be in the window, below the bar that stays at its top."""
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert target.evaluate(BEGINS_IN_SIGHT)
    return target


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("principles/voluntary-cooperation/", PHONE),
        ("values/decent-work/", DESK),
        ("dimensions/ecological-conservation/", PHONE),
        ("call/recognition/", DESK),
    ],
)
def test_from_a_quotation_to_the_passage_and_back(path: str, width: int, visit: Visit) -> None:
    """The line below a quotation leads to the passage, and the passage leads back to that very quotation."""
    page = visit(path, width)
    quotation = page.locator(".kb-quotation").first
    name = quotation.get_attribute("id") or ""
    link = quotation.locator(".kb-attribution a")
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    passage = target_in_sight(page)
    expect(passage).to_have_id(anchor)
    passage.locator("xpath=self::* | following-sibling::*").locator(f"a[href$='{path}#{name}']").first.click()
    expect(target_in_sight(page)).to_have_id(name)
    assert page.url.endswith(f"{path}#{name}")
