"""Light and dark: by the system's preference, by the switch, and remembered."""

import pytest

from visitor import Visit, expect_colours


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_visit_follows_the_system(scheme: str, visit: Visit) -> None:
    """A reader whose system asks for dark colours gets them without choosing, and light ones likewise."""
    expect_colours(visit("values/equality/", color_scheme=scheme), scheme)


@pytest.mark.parametrize(("preferred", "chosen"), [("light", "dark"), ("dark", "light")])
def test_the_choice_is_remembered(preferred: str, chosen: str, visit: Visit) -> None:
    """Whom the switch gave other colours has them on every other page and after coming back."""
    page = visit(color_scheme=preferred)
    page.get_by_title(f"{chosen.capitalize()} colours").click()
    expect_colours(page, chosen)
    page.goto("./principles/")
    expect_colours(page, chosen)
    again = page.context.new_page()
    again.goto("./values/equality/")
    expect_colours(again, chosen)
    again.get_by_title(f"{preferred.capitalize()} colours").click()
    expect_colours(again, preferred)


def test_the_switch_works_by_key(visit: Visit) -> None:
    """The switch can be reached by the Tab key and worked by the Enter key."""
    page = visit(color_scheme="light")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('[data-md-component=palette] *')"):
        assert page.evaluate("document.activeElement !== document.body")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_colours(page, "dark")
