"""Between languages: one tap leads to the same place in another, and letters come only where a device lacks them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from visitor import FONTS, PHONE, Visit, device, visits

PAGES = {"th": "th/values/equity/", "km": "km/values/equity/", "lo": "lo/values/equity/"}
needs_fonts = pytest.mark.skipif(not FONTS.is_dir(), reason="the fonts are not installed: npm ci")


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_one_tap_opens_the_languages_and_the_next_changes_the_language(script: bool, visit: Visit) -> None:
    """On a phone the languages can be opened where the page begins, and lead to the same page."""
    page = visit("values/equity/", PHONE, java_script_enabled=script)
    languages = page.locator(".kb-languages")
    expect(languages.locator("summary")).to_be_in_viewport()
    languages.locator("summary").click()
    for name in ("English", "ไทย", "Tiếng Việt", "Bahasa Indonesia", "ខ្មែរ", "ລາວ", "Filipino"):
        expect(languages.get_by_role("link", name=name)).to_be_in_viewport()
    languages.get_by_role("link", name="ລາວ").click()
    expect(page).to_have_url(re.compile("/lo/values/equity/(#.*)?$"))
    assert page.locator("html").get_attribute("lang") == "lo"


def test_another_language_shows_the_same_section(visit: Visit) -> None:
    """Whoever reads the questions and changes the language goes on with the questions."""
    page = visit("values/equity/#questions", PHONE)
    page.locator(".kb-languages summary").click()
    page.locator(".kb-languages").get_by_role("link", name="ខ្មែរ").click()
    expect(page).to_have_url(re.compile("/km/values/equity/#questions$"))
    expect(page.locator("#questions")).to_be_in_viewport()


def fonts_asked_for(browser: Browser, address: str, path: str) -> set[str]:
    """The fonts that a page loads, once it is there: {"km-letters"}; behind that their names have a hash."""
    asked = set()
    with visits(browser, address) as visit:
        page = visit(path)
        page.on("request", lambda request: asked.add(request.url.rpartition("/")[2]))
        page.reload()
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
    return {name.partition(".")[0] for name in asked if name.endswith(".woff2")}


@needs_fonts
@pytest.mark.parametrize("locale", PAGES)
def test_letters_come_to_a_device_that_lacks_them(locale: str, browser: Browser, address: str, tmp_path: Path) -> None:
    """Without letters for a script, its pages bring theirs alone, and a page in English brings none."""
    lacking = device(browser.browser_type, tmp_path, [other for other in PAGES if other != locale])
    with lacking as poor:
        assert fonts_asked_for(poor, address, PAGES[locale]) == {f"{locale}-letters"}
    assert fonts_asked_for(browser, address, "values/equity/") == set()


@needs_fonts
def test_no_letters_come_to_a_device_that_has_them(browser: Browser, address: str, tmp_path: Path) -> None:
    """With letters for a script on the device, its pages load none."""
    with device(browser.browser_type, tmp_path, list(PAGES)) as rich:
        assert {path: fonts_asked_for(rich, address, path) for path in PAGES.values()} == {
            path: set() for path in PAGES.values()
        }
