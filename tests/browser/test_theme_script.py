"""What follows the reader: the header's title, the table of contents, the way back up, the menu, folds, keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from visitor import DESK, PHONE, Visit

PATH = "values/equality/"
TITLE = ".md-header__title"
ACTIVE = re.compile("md-header__title--active")


def scroll(page: Page, way: int) -> None:
    """Moves the page down, or up, as a reader does with a wheel or a finger."""
    before = page.evaluate("scrollY")
    page.mouse.move(PHONE / 2, 300)
    page.mouse.wheel(0, way)
    page.wait_for_function("before => scrollY !== before", arg=before)


def test_the_header_says_what_is_read(visit: Visit) -> None:
    """Once the heading is out of sight the header has its words, and the site's name again when it is back."""
    page = visit(PATH, PHONE)
    expect(page.locator(TITLE)).not_to_have_class(ACTIVE)
    scroll(page, 600)
    expect(page.locator(TITLE)).to_have_class(ACTIVE)
    scroll(page, -600)
    expect(page.locator(TITLE)).not_to_have_class(ACTIVE)


def test_the_contents_follow_the_reader(visit: Visit) -> None:
    """Beside the article the section that is read is marked, at the end the last one."""
    page = visit(f"{PATH}#practice", DESK)
    active = page.locator(".md-sidebar--secondary .md-nav__link--active")
    expect(active).to_have_attribute("href", "#practice")
    scroll(page, 100_000)
    expect(active).to_have_attribute("href", "#related")
    scroll(page, -100_000)
    expect(active).to_have_count(0)


def test_the_way_back_up_is_offered_to_who_turns_round(visit: Visit) -> None:
    """It is not there on the way down, is there on the way up, leads to the beginning, and goes."""
    page = visit(PATH, PHONE)
    up = page.locator(".md-top")
    scroll(page, 900)
    expect(up).to_have_attribute("hidden", "")
    scroll(page, -100)
    expect(up).not_to_have_attribute("hidden", "")
    up.click()
    page.wait_for_function("scrollY === 0")
    expect(up).to_have_attribute("hidden", "")


@pytest.mark.parametrize("way", ["key", "link"])
def test_the_menu_closes(way: str, visit: Visit) -> None:
    """The open menu of a phone closes by the Escape key, and when a link to a section of the page is followed."""
    page = visit(PATH, PHONE)
    page.locator(".md-header [for=__drawer]").click()
    menu = page.locator(".md-sidebar--primary")
    expect(menu.get_by_role("link", name="Equity")).to_be_in_viewport()
    if way == "key":
        page.keyboard.press("Escape")
    else:
        menu.locator("[for=__toc]").first.click()
        menu.locator("a[href='#practice']").click()
        expect(page.locator("#practice")).to_be_in_viewport()
    expect(menu.get_by_role("link", name="Equity")).not_to_be_in_viewport()


def test_keys_lead_to_the_next_page_and_back(visit: Visit) -> None:
    """N leads to the next page and P to the one before; in a field they are letters."""
    page = visit("seminar/worksheet/")
    page.locator(".kb-blank input").first.focus()
    page.keyboard.type("np")
    expect(page.locator(".kb-blank input").first).to_have_value("np")
    expect(page).to_have_url(re.compile("/seminar/worksheet/$"))
    page.goto("./values/equality/")
    page.keyboard.press("n")
    page.wait_for_url("**/values/equity/")  # until the script is there, too
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("/values/equality/$"))


def test_what_is_folded_opens_on_paper_and_closes_again(visit: Visit) -> None:
    """On paper nobody can unfold anything: it is open there, and afterwards as the reader left it."""
    page = visit(f"km/{PATH}")
    folded = page.locator("article details")
    count = folded.count()
    folded.first.evaluate("each => { each.open = true }")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article details[open]").count() == count > 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 1


def test_a_link_into_what_is_folded_opens_it(visit: Visit) -> None:
    """Who is sent to a place that is folded sees it."""
    page = visit(f"km/{PATH}")
    page.locator("article details blockquote").first.evaluate("place => { place.id = 'folded' }")
    page.evaluate("location.hash = 'folded'")
    expect(page.locator("#folded")).to_be_in_viewport()


def test_the_browser_around_the_page_has_its_colours(visit: Visit) -> None:
    """The browser is told the header's colour and whether the page is dark."""
    page = visit(PATH, color_scheme="dark")
    colour = page.locator(".md-header").evaluate("header => getComputedStyle(header).backgroundColor")
    expect(page.locator("meta[name=theme-color]")).to_have_attribute("content", colour)
    expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", "dark")
