"""The worksheet on screen: a group scores itself, sees its wheel, keeps it as a file, and nothing leaves the device."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from harness import each_case
from visitor import PHONE, Visit, visits

PATH = "km/seminar/worksheet/"
FILLED = [[4, 3, 2, 1], [4, 4, 4, 4], [0, 0, 0, 0], [1, 2, 3, 4], [2, 2, 2, 2]]
SUMS = ["10", "16", "0", "10", "8"]


@pytest.fixture(params=["from a server", "from a folder"])
def worksheet(request: pytest.FixtureRequest, visit: Visit, browser: Browser, folder: Path) -> Any:
    """The worksheet on a phone: from a server, and opened from a folder."""
    if request.param == "from a server":
        yield visit(PATH, PHONE, has_touch=True)
        return
    with visits(browser, f"{folder.as_uri()}/") as open_file:
        yield open_file(f"{PATH}index.html", PHONE, has_touch=True)


def fill(page: Page, scores: list[list[int]]) -> None:
    """Gives every statement its number."""
    flat = [score for row in scores for score in row]
    for select, score in zip(page.locator("td select").all(), flat, strict=True):
        select.select_option(str(score))


def sums(page: Page) -> list[str]:
    """What the table beside the wheel says of now."""
    return [row.locator("td").first.inner_text() for row in page.locator(".kb-scores tbody tr").all()]


def test_a_group_sees_its_sums_and_its_wheel(worksheet: Page) -> None:
    """When all statements have a number, the sums stand in the tables, beside the wheel and on it."""
    assert worksheet.locator(".kb-wheel__now").count() == 0
    fill(worksheet, FILLED)
    assert worksheet.locator("td output").all_inner_texts() == SUMS
    assert sums(worksheet) == SUMS
    expect(worksheet.locator("polygon.kb-wheel__now")).to_have_count(1)
    expect(worksheet.locator("circle.kb-wheel__now")).to_have_count(5)


def test_it_is_filled_in_by_key(visit: Visit) -> None:
    """Tab goes from statement to statement, a digit answers, and what is done is announced."""
    page = visit(PATH, PHONE)
    page.locator("td select").first.focus()
    for score in (3, 4):
        page.keyboard.press(str(score))
        page.keyboard.press("Tab")
    assert [each.input_value() for each in page.locator("td select").all()[:3]] == ["3", "4", ""]
    assert "2" in page.locator("#worksheet-controls [role=status]").inner_text()


def test_what_was_saved_is_opened_again_and_compared(worksheet: Page, tmp_path: Path) -> None:
    """A saved file brings back group, date and numbers; an earlier one is drawn beside the new one."""
    fill(worksheet, FILLED)
    worksheet.locator("[data-field=group] input").fill("ក្រុមតម្បាញ")
    worksheet.locator("[data-field=date] input").fill("2027-01-15")
    with worksheet.expect_download() as download:
        worksheet.locator("[data-act=save]").click()
    assert download.value.suggested_filename == "worksheet-2027-01-15.json"
    file = tmp_path / "saved.json"
    download.value.save_as(file)
    worksheet.reload()
    worksheet.locator("[data-act=open]").set_input_files(file)
    expect(worksheet.locator("[data-field=group] input")).to_have_value("ក្រុមតម្បាញ")
    assert sums(worksheet) == SUMS
    fill(worksheet, [[4] * 4] * 5)
    worksheet.locator("[data-act=compare]").set_input_files(file)
    expect(worksheet.locator("polygon.kb-wheel__earlier")).to_have_count(1)
    rows = [row.locator("td").all_inner_texts() for row in worksheet.locator(".kb-scores tbody tr").all()]
    assert rows == [["16", sum_] for sum_ in SUMS]


@each_case("browser/cases/worksheets.yml")
def test_a_file_that_is_no_worksheet_changes_nothing(case: dict[str, str], visit: Visit, tmp_path: Path) -> None:
    """Whatever a file holds, the page says in the reader's language that it cannot be read, and keeps what it has."""
    file = tmp_path / "file.json"
    file.write_text(case["file"] * int(case.get("times", 1)), encoding="utf-8")
    page = visit(PATH, PHONE)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    fill(page, FILLED)
    page.locator("[data-act=open]").set_input_files(file)
    words = page.locator("#worksheet-controls").get_attribute("data-unreadable")
    expect(page.locator("#worksheet-controls [role=status]")).to_have_text(str(words))
    assert (sums(page), faults) == (SUMS, [])


def test_nothing_leaves_the_device_and_nothing_is_kept(visit: Visit) -> None:
    """Filling in asks for nothing and stores nothing; begin again empties all."""
    page = visit(PATH, PHONE)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill(page, FILLED)
    kept = "[localStorage.length, sessionStorage.length, document.cookie.length]"
    before = page.evaluate(kept)
    page.locator("[data-act=clear]").click()
    assert set(page.locator("td output").all_inner_texts()) == {""}
    assert (asked, page.evaluate(kept)) == ([], before)


def test_without_javascript_it_is_the_form_to_print(visit: Visit) -> None:
    """Tables with empty cells, lines for the group and the date, the wheel; no control that does nothing."""
    page = visit(PATH, PHONE, java_script_enabled=False)
    assert page.locator("article table:not([class]) tbody tr").count() >= 25
    expect(page.locator(".kb-blank").first).to_be_visible()
    expect(page.locator("svg.kb-wheel")).to_be_visible()
    assert page.locator("article :is(input, select, button):visible").count() == 0


def test_a_saved_file_holds_numbers_and_two_texts_only(visit: Visit) -> None:
    """What is saved is JSON that a person can read: the group, the date, twenty numbers."""
    page = visit(PATH, PHONE)
    page.locator("td select").first.select_option("3")
    with page.expect_download() as download:
        page.locator("[data-act=save]").click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert saved.keys() == {"worksheet", "version", "group", "date", "scores"}
    assert saved["scores"][0] == [3, None, None, None]
