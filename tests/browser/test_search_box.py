"""The field of the search and its list: by key and by touch, marks, suggestions, and whatever may go wrong."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness import TRANSLATIONS, each_case
from searching import FIELD, LOCALES, ask
from visitor import DESK, PHONE, Visit


def status(page: Page) -> str:
    """What the search says, and a screen reader reads out."""
    return page.locator(".md-search [role=status]").inner_text()


def test_by_keyboard(visit: Visit) -> None:
    """The slash opens the field, the arrows go through the list, Enter opens a result, Escape leads back out."""
    page = visit()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("mutual aid")
    item = page.locator(".md-search-result__item a").first
    expect(item).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".kb-search__suggestions button").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(item).to_be_hidden()
    page.keyboard.press("/")
    expect(item).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Voluntary cooperation")


def test_on_a_phone_the_field_opens_over_the_page_and_closes_again(visit: Visit) -> None:
    """The button opens the field; closing it brings the focus back to the button."""
    page = visit(width=PHONE)
    page.locator(".kb-search-button").click()
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(".kb-search-close").click()
    expect(page.locator(".kb-search-button")).to_be_focused()
    expect(page.locator(FIELD)).not_to_be_in_viewport()


def test_what_was_found_is_marked(visit: Visit) -> None:
    """The words are marked in the list and, after the click, in the page, whose address stays what it was."""
    page = visit("vi/", java_script_enabled=True)
    ask(page, "hop tac xa")
    marks = page.locator(".md-search-result__item mark")
    assert {text.lower() for text in marks.all_inner_texts()} >= {"hợp", "tác", "xã"}
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("article mark").first).to_be_visible()
    assert "?" not in page.url


def test_a_stem_is_marked_in_the_word_that_has_it(visit: Visit) -> None:
    """Who looks for the root finds the word with its affixes, marked."""
    page = visit("id/")
    ask(page, "tabung")
    assert any("menabung" in mark.lower() for mark in page.locator(".md-search-result__item mark").all_inner_texts())


def test_the_first_letters_bring_suggestions(visit: Visit) -> None:
    """What begins with the letters typed so far is offered; choosing it searches for it."""
    page = visit("th/")
    ask(page, "สห")
    button = page.locator(".kb-search__suggestions button").first
    words = button.inner_text()
    button.click()
    expect(page.locator(FIELD)).to_have_value(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize("locale", [each for each in TRANSLATIONS if each != "tl"])
def test_little_found_is_filled_up_in_english(locale: str, visit: Visit, address: str) -> None:
    """English pages stand below, under a heading of their own and marked as English."""
    page = visit(f"{locale}/")
    ask(page, "bargaining position")
    below = page.locator(".kb-search__heading ~ .md-search-result__item")
    expect(below.first).to_have_attribute("lang", "en")
    assert str(below.first.locator("a").get_attribute("href")).count(f"{locale}/") == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_who_finds_nothing_is_told_what_to_try(locale: str, visit: Visit) -> None:
    """In the reader's language, with the way to the index of terms."""
    page = visit("" if locale == "en" else f"{locale}/")
    assert ask(page, "qqqqzzzz") == []
    expect(page.locator(".kb-search__hint a")).to_have_attribute("href", re.compile("terms/$"))
    assert status(page)


@each_case("browser/cases/search-queries.yml")
def test_no_query_does_harm(case: dict[str, str], visit: Visit) -> None:
    """Whatever is typed: an answer, nothing on the console, no markup taken for markup, and the search goes on."""
    page = visit("km/")
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    query = case["query"] * int(case.get("times", 1))
    ask(page, query)
    assert status(page)
    assert page.locator(".md-search-result :is(img, script, iframe, b)").count() == 0
    assert ask(page, "សហករណ៍") != []
    assert faults == []


@pytest.mark.parametrize("file", ["**/assets/scripts/search.*js", "**/search/km.js"])
@pytest.mark.parametrize("body", [None, "", "<!doctype html>", "knowledgeBaseSearch(`km`"])
def test_a_search_that_does_not_come_says_so(file: str, body: str | None, visit: Visit) -> None:
    """Missing, empty or broken: a sentence in the reader's language and no fault; when it comes later, it works."""
    page = visit("km/", service_workers="block")  # its requests would pass by
    said = page.locator(".md-search [role=status]")
    broken = str(page.locator(".kb-search-words").get_attribute("data-broken"))
    page.route(file, lambda route: route.abort() if body is None else route.fulfill(body=body))
    page.focus(FIELD)
    page.keyboard.type("k")
    expect(said).to_have_text(broken)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.unroute(file)
    page.keyboard.type("s")
    expect(said).not_to_have_text(broken)
    assert ask(page, "សហករណ៍") != []


def test_without_javascript_the_index_stands_in_its_place(visit: Visit) -> None:
    """There is no field, and a link to the index of terms; with JavaScript it is the other way round."""
    page = visit("lo/", width=PHONE, java_script_enabled=False)
    expect(page.locator(FIELD)).to_be_hidden()
    page.locator(".kb-terms-link").click()
    assert page.url.endswith("/lo/terms/")
    page = visit("lo/", width=DESK)
    expect(page.locator(".kb-terms-link")).to_be_hidden()
    expect(page.locator(FIELD)).to_be_visible()
