"""Without JavaScript: all can be read and reached, and nothing is offered that does not work."""

import pytest
from playwright.sync_api import Page, expect

from harness import Built
from visitor import DESK, ENLARGED, IS_WIDE, PHONE, Visit

CONTROLS = "button, input, select, form, .md-header label:not([for=__drawer])"


def controls(page: Page) -> list[str]:
    """What can be seen and is neither a link nor part of the menu, which needs no JavaScript."""
    return [
        str(each.evaluate("element => element.outerHTML")) for each in page.locator(CONTROLS).all() if each.is_visible()
    ]


def test_every_word_of_an_article_is_there(site: Built, visit: Visit) -> None:
    """Every article of every language shows all its text, also the diagram's, once what can be opened is open.

    No page has to be moved sideways for it, even if it is enlarged to 400 %.
    What is hidden until a script shows it are a script's controls.
    """
    page = visit(width=ENLARGED, java_script_enabled=False)
    for path in site.pages:
        page.goto(f"./{path}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        shown = "".join(page.locator("article").inner_text().split())
        article = site.article(path)
        for controls in article.xpath(".//*[@hidden]"):
            controls.drop_tree()
        assert shown == "".join(str(article.text_content()).split()), path
        assert not page.evaluate(IS_WIDE), path


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_control_does_nothing(width: int, visit: Visit) -> None:
    """The search and the switch for colours are there with JavaScript, and not without."""
    assert controls(visit("values/equality/", width)) != []
    assert controls(visit("values/equality/", width, java_script_enabled=False)) == []


def test_the_menu_opens_on_a_phone(visit: Visit) -> None:
    """On a phone the menu opens, and its links work: a page's, and through its section a concept's."""
    page = visit(width=PHONE, java_script_enabled=False)
    menu = page.get_by_role("navigation", name="Navigation")
    glossary = menu.get_by_role("link", name="Glossary")
    expect(glossary).not_to_be_in_viewport()
    page.locator(".md-header [for=__drawer]").click()
    expect(glossary).to_be_in_viewport()
    glossary.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Glossary")
    page.locator(".md-header [for=__drawer]").click()
    menu.get_by_role("link", name="Values", exact=True).click()
    page.locator(".md-header [for=__drawer]").click()
    menu.get_by_role("link", name="Equality").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Equality")
