"""A set that a trainer puts together: pages ticked, put in order, printed as one document, from a folder too."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from visitor import PHONE, Visit, visits

PATH = "lo/seminar/custom-set/"


@pytest.fixture(params=["from a server", "from a folder"])
def choice(request: pytest.FixtureRequest, visit: Visit, browser: Browser, folder: Path) -> Iterator[Page]:
    """The page on a phone: from a server, and opened from a folder."""
    if request.param == "from a server":
        yield visit(PATH, PHONE)
        return
    with visits(browser, f"{folder.as_uri()}/") as open_file:
        yield open_file(f"{PATH}index.html", PHONE)


def tick(page: Page, *names: str) -> list[str]:
    """Ticks the pages whose scripts have these names, and tells their titles."""
    titles = []
    for name in names:
        box = page.locator(f"input[value$='/{name}.js']")
        box.check()
        titles.append(box.locator("xpath=..").inner_text().strip())
    return titles


def test_ticked_pages_become_one_document_in_order(choice: Page) -> None:
    """The pages stand in the order of the set, each from its beginning to its end; printed, each on a new side."""
    asked: list[str] = []
    choice.on("request", lambda request: asked.append(request.url))
    first, second = tick(choice, "values-equity", "seminar-session-5")
    choice.locator(".kb-set__chosen li").nth(1).locator("[data-act=up]").click()
    choice.locator("[data-act=make]").click()
    made = choice.locator("#set-made > section")
    expect(made).to_have_count(2)
    assert [each.locator("h1").inner_text() for each in made.all()] == [second, first]
    assert "HomeNet" in made.first.locator(".kb-glance").inner_text()
    root = choice.url.partition("lo/seminar")[0]
    assert {url for url in asked if not url.startswith(root)} == set()
    printed = PdfReader(BytesIO(choice.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) >= 3


def test_every_page_can_be_chosen(choice: Page) -> None:
    """All pages of the language are offered, and each can be put into the set."""
    boxes = choice.locator(".kb-set__pages input")
    assert boxes.count() > 50
    for box in boxes.all():
        box.check()
    choice.locator("[data-act=make]").click()
    expect(choice.locator("#set-made > section")).to_have_count(boxes.count(), timeout=30_000)


def test_the_order_is_changed_by_key(visit: Visit) -> None:
    """The focus stays on the key that moved a page; a page that is taken out is no longer ticked."""
    page = visit(PATH, PHONE)
    titles = tick(page, "values-equity", "values-equality", "glossary")
    page.locator(".kb-set__chosen li").first.locator("[data-act=down]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    order = [text.split("\n")[0] for text in page.locator(".kb-set__chosen li").all_inner_texts()]
    assert [title in line for title, line in zip([titles[1], titles[2], titles[0]], order, strict=True)] == [True] * 3
    page.locator(".kb-set__chosen li").first.locator("[data-act=out]").focus()
    page.keyboard.press("Enter")
    assert page.locator(".kb-set__pages input:checked").count() == 2


def test_a_page_that_cannot_be_had_is_named_and_the_others_come(visit: Visit) -> None:
    """Where the connection is lost for one page, the reader is told which, and gets the rest."""
    page = visit(PATH, PHONE, service_workers="block")  # its requests would pass by
    page.route("**/values-equity.js", lambda route: route.abort())
    lost, _ = tick(page, "values-equity", "glossary")
    page.locator("[data-act=make]").click()
    expect(page.locator("#set-made > section")).to_have_count(1)
    assert lost in page.locator("#set-choice [role=status]").inner_text()


def test_an_empty_set_says_so(visit: Visit) -> None:
    """Nothing ticked, nothing made, and a sentence that says it."""
    page = visit(PATH, PHONE)
    page.locator("[data-act=make]").click()
    words = page.locator("#set-choice").get_attribute("data-none")
    expect(page.locator("#set-choice [role=status]")).to_have_text(str(words))


def test_without_javascript_the_page_leads_to_the_ready_handouts(visit: Visit) -> None:
    """No control that does nothing; a link to what can be printed."""
    page = visit(PATH, PHONE, java_script_enabled=False)
    assert page.locator("article :is(input, button):visible").count() == 0
    expect(page.locator("article a[href$='seminar/#print'], article a[href$='../#print']").first).to_be_visible()
