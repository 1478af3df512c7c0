"""Finding things: the search in the real browser, on the real pages, in every language."""

import json
import re
from dataclasses import dataclass
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from firefox import started
from harness import PROJECT, TRANSLATIONS, Built, each_case
from visitor import DESK, PHONE, Visit

LOCALES = ("en", *TRANSLATIONS)
CASES = PROJECT / "tests/browser/cases/search"
FIELD = ".md-search__input"
# Types a query and gives the addresses that it found, as soon as the list is complete.
ASK = """async query => {
    const field = document.querySelector(".md-search__input")
    const output = document.querySelector(".md-search__output")
    field.focus()
    field.value = query
    field.dispatchEvent(new Event("input", { bubbles: true }))
    for (let waited = 0; output.getAttribute("aria-busy") !== "false"; waited += 5) {
        if (waited > 8000) throw new Error(`No answer to ${query}`)
        await new Promise(resolve => setTimeout(resolve, 5))
    }
    const heading = output.querySelector(".kb-search__heading")
    return [...output.querySelectorAll(".md-search-result__item > a")]
        .filter(link => !heading || link.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING)
        .map(link => link.href.replace(/[?].*?(?=#|$)/, "").replace("index.html", ""))
}"""


# All addresses in the list, also those of further sections.
ALL = """() => [...document.querySelectorAll(".md-search-result__item a")]
    .map(link => link.href.replace(/[?][^#]*/, "").replace("index.html", ""))"""


@dataclass(frozen=True)
class Tally:
    """How well a language is found: the share of the pages wanted that are among the first ten, of the best ones first,
    of the places on a page that are shown.

    missed  what went wrong, for whoever reads the test's message
    """

    recall: float
    best_first: float
    places: float
    missed: list[str]


def tally(page: Page, root: str, cases: list[dict[str, Any]]) -> Tally:
    """Asks all questions of a language on one of its pages; addresses begin below `root`."""
    recalls, firsts, places, missed = [], [], [], []
    for case in cases:
        found = [each.removeprefix(root) for each in page.evaluate(ASK, case["query"])]
        pages = [each.partition("#")[0] for each in found][:10]
        wanted = set(case.get("among") or case["found"])
        recalls.append(len(wanted & set(pages)) / min(10, len(wanted)))
        firsts.append(bool(pages) and pages[0] in case["best"])
        places.append("anchor" not in case or root + case["anchor"] in page.evaluate(ALL))
        if not places[-1]:
            missed.append(f"{case['kind']} {case['query']!r}: {case['anchor']} is not among what was found")
        if recalls[-1] < 1 or not firsts[-1]:
            missed.append(
                f"{case['kind']} {case['query']!r}: wanted {sorted(wanted)}, first {case['best']}; got {pages}"
            )
    recall, best_first, shown = (sum(each) / len(cases) for each in (recalls, firsts, places))
    return Tally(recall, best_first, shown, missed)


def cases_of(locale: str) -> list[dict[str, Any]]:
    """Forty queries on the real content, cut by other segmenters than ours."""
    cases: list[dict[str, Any]] = json.loads((CASES / f"{locale}.json").read_text(encoding="utf-8"))
    return cases


def ask(page: Page, query: str) -> list[str]:
    """The addresses that a query finds, the best first."""
    found: list[str] = page.evaluate(ASK, query)
    return found


def status(page: Page) -> str:
    """What the search says, and a screen reader reads out."""
    return page.locator(".md-search [role=status]").inner_text()


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_there_is_found(locale: str, visit: Visit, address: str) -> None:
    """Of the pages wanted, 98 in 100 are among the first ten, and in 9 of 10 queries the best one comes first.

    A place that is wanted on a page is among the sections shown.
    """
    root = "" if locale == "en" else f"{locale}/"
    done = tally(visit(root), address + root, cases_of(locale))
    assert done.recall >= 0.98, "\n".join(done.missed)
    assert done.best_first >= 0.9, "\n".join(done.missed)
    assert done.places >= 0.98, "\n".join(done.missed)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_search_is_light(locale: str, site: Built) -> None:
    """All that a first search loads has at most 40 KB as a good host sends it."""
    files = [*site.folder.glob("assets/scripts/search.*js"), site.folder / f"search/{locale}.js"]
    assert len(files) == 2
    assert sum(len(brotli.compress(file.read_bytes())) for file in files) <= 40_000 * 1.02


def test_nothing_is_loaded_before_someone_searches(visit: Visit) -> None:
    """Not a byte of the search comes with the page; its two scripts come when a reader goes to the field."""
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "/scripts/search." in url or "/search/" in url] == []
    asked.clear()
    page.focus(FIELD)
    expect(page.locator(".md-search [role=status]")).not_to_have_text("")
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("/")[2].partition(".")[0] for url in sorted(set(asked))] == ["search", "en"]


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
    page = visit("km/")
    said = page.locator(".md-search [role=status]")
    broken = str(page.locator(".md-search__form").get_attribute("data-broken"))
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


@pytest.mark.parametrize("locale", LOCALES)
def test_from_a_folder(locale: str, site: Built, browser: Browser) -> None:
    """Opened from a folder the search finds as much as from a server."""
    root = site.folder.as_uri() + ("/" if locale == "en" else f"/{locale}/")
    page = browser.new_page()
    page.goto(f"{root}index.html")
    done = tally(page, root, cases_of(locale)[::4])
    page.close()
    assert (done.recall, done.missed) == (1, [])


def test_from_a_folder_in_firefox(site: Built) -> None:
    """Firefox finds from a folder what Chromium finds, in every language."""
    with started() as firefox:
        for locale in LOCALES:
            root = site.folder.as_uri() + ("/" if locale == "en" else f"/{locale}/")
            firefox.go(f"{root}index.html")
            for case in cases_of(locale)[::8]:
                found = [each.removeprefix(root).partition("#")[0] for each in firefox.run(ASK, case["query"])]
                assert found[0] in case["best"], (locale, case["query"], found)
