"""The way of a volunteer, from a page to the host's own pages, as the guide describes it."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from harness import PROJECT
from visitor import PHONE, Visit

HOST = "https://code.sse-knowledge-base.example/sse-knowledge-base"


def watch(page: Page) -> list[str]:
    """The addresses of the host that the browser is sent to; an empty page stands there for it."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<title>The host</title>", content_type="text/html")

    page.context.route(re.compile(r"^https://"), answer)
    return asked


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_one_tap_leads_from_a_page_to_its_file(script: bool, visit: Visit) -> None:
    """On a phone "Improve this translation" is a link at the top; it opens the file of the page in its language."""
    page = visit("lo/values/equity/", PHONE, java_script_enabled=script)
    asked = watch(page)
    page.locator(".kb-notice").get_by_role("link", name="ປັບປຸງຄຳແປນີ້").click()
    expect(page).to_have_title("The host")
    assert asked == [f"{HOST}/edit/main/docs/lo/values/equity.md"]
    assert (PROJECT / "docs/lo/values/equity.md").is_file()


def test_the_notice_leads_to_the_guide_and_the_guide_to_what_needs_a_translator(visit: Visit) -> None:
    """From any page it is two taps to the list of the places that need a translator, in the reader's language."""
    page = visit("vi/call/recognition/", PHONE)
    page.locator(".kb-notice a").last.click()
    page.wait_for_url("**/vi/translating/")
    assert page.locator("article svg.kb-step").count() == 6
    assert page.locator("article table").last.locator("tbody tr").count() > 40
    page.locator("article").get_by_role("link", name="Bản dịch đã đến đâu").click()
    page.wait_for_url("**/vi/translations/")
    assert page.locator(".kb-progress__table td a").count() >= 6 * 39


def test_the_status_page_leads_to_each_page_in_each_language(visit: Visit) -> None:
    """A sign in the table is a link to the page that it is about."""
    page = visit("km/translations/")
    row = page.locator(".kb-progress__table tbody tr").nth(2)
    row.locator("td a").nth(4).click()
    expect(page).to_have_url(re.compile("/lo/principles/$"))


def test_english_pages_offer_no_translation_to_improve(visit: Visit) -> None:
    """What a source says is not for readers to improve."""
    page = visit("sources/asec/")
    assert page.locator(f"a[href^='{HOST}']").count() == 0
