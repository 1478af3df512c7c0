"""What WCAG 2.2 (AA) and our readers ask of each page, beyond what axe sees; with --every-page, of every page."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from barriers import AXE, Options, barriers, place
from probing import adopt, probe
from visitor import DESK, ENLARGED, PHONE, Visit, end_animations

# A window of 1280 by 1024 px in which everything is twice as large, or four times (WCAG 1.4.4 and 1.4.10).
TWICE, FOUR_TIMES = ViewportSize(width=640, height=512), ViewportSize(width=ENLARGED, height=256)
AT_A_DESK, ON_A_PHONE = ViewportSize(width=DESK, height=800), ViewportSize(width=PHONE, height=640)
# What a reader may set (WCAG 1.4.12). Marks of Thai, Lao and Khmer belong to their letters: nothing comes between.
SPACED = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
"""
# Letters twice as large in the same window; the theme's own size is 125 %.
LARGE = "html { font-size: 250% !important }"
WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])
Look = Callable[[Page], Iterable[str]]


def faults(page: Page, paths: Iterable[str], look: Look) -> str:
    """What is found on the pages, one by one in the same window, with all that is folded up in their text opened."""
    found: list[str] = []
    for path in paths:
        page.goto(f"./{path}")
        page.evaluate("document.querySelectorAll('article details').forEach(each => { each.open = true })")
        end_animations(page)
        found += look(page)
    return "\n".join(found)


def probing(name: str, argument: Any = None) -> Look:
    """Looks with a probe."""
    return lambda page: probe(page, name, argument)


@WIDTHS
def test_the_order_of_reading_is_the_order_of_the_page(locale: str, paths: list[str], width: int, visit: Visit) -> None:
    """What is seen, from above to below and column by column, comes so in the document too (WCAG 1.3.2, 2.4.3)."""
    assert not (found := faults(visit(width=width), paths, probing("order"))), found


@pytest.mark.parametrize(
    ("window", "how"),
    [
        (ON_A_PHONE, {}),
        (AT_A_DESK, {"color_scheme": "dark"}),
        (FOUR_TIMES, {}),
        (AT_A_DESK, {"forced_colors": "active"}),
    ],
    ids=["on a phone", "in the dark", "four times as large", "in the system's colours"],
)
def test_the_focus_is_never_hidden(
    locale: str, paths: list[str], window: ViewportSize, how: dict[str, Any], visit: Visit
) -> None:
    """On the way down a page and back, what has the focus is in sight, in a ring that stands out (2.4.7, 2.4.11)."""

    def look(page: Page) -> list[str]:
        page.keyboard.press("Tab")  # from now on the browser takes the reader for one who goes by key
        return probe(page, "focus")

    page = visit(**how)
    page.set_viewport_size(window)
    assert not (found := faults(page, paths, look)), found


@pytest.mark.parametrize("window", [TWICE, FOUR_TIMES], ids=["twice", "four times"])
def test_nothing_is_lost_when_the_page_is_enlarged(
    locale: str, paths: list[str], window: ViewportSize, visit: Visit
) -> None:
    """All words of the text are there, none cut off, covered or beside the window; only tables are moved both ways."""

    def look(page: Page) -> list[str]:
        page.set_viewport_size(AT_A_DESK)
        before = page.inner_text("article").split()
        page.set_viewport_size(window)
        missing = set(before) ^ set(page.inner_text("article").split())
        return probe(page, "loss", "body") + ([f"{place(page)}: not there: {missing}"] if missing else [])

    assert not (found := faults(visit(), paths, look)), found


@pytest.mark.parametrize("styles", ["", SPACED], ids=["four times", "and spaced"])
def test_nothing_is_lost_of_what_opens(locale: str, paths: list[str], styles: str, visit: Visit) -> None:
    """The menu and the list of languages, opened on a page enlarged to 400 %, lose nothing.

    On the home page, where no list of the menu lies over another.
    """
    page = visit(paths[0])
    page.set_viewport_size(FOUR_TIMES)
    adopt(page, styles)
    page.locator(".md-header [for=__drawer]").click()
    end_animations(page)
    found = probe(page, "loss", ".md-sidebar--primary")
    page.reload()
    adopt(page, styles)
    page.locator(".kb-languages summary").click()
    found += probe(page, "loss", ".kb-languages ul")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("width", "styles"),
    [(ENLARGED, SPACED), (DESK, SPACED), (DESK, LARGE)],
    ids=["spaced, enlarged", "spaced", "large letters"],
)
def test_nothing_is_lost_with_a_readers_own_type(
    locale: str, paths: list[str], width: int, styles: str, visit: Visit
) -> None:
    """Text has room to grow: with wider lines, words and letters (WCAG 1.4.12), and with larger letters (1.4.4)."""

    def look(page: Page) -> list[str]:
        adopt(page, styles)
        return probe(page, "loss", "body")

    assert not (found := faults(visit(width=width), paths, look)), found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_is_seen_in_the_systems_colours(locale: str, paths: list[str], scheme: str, visit: Visit) -> None:
    """Where the system forces its own colours, words, signs and drawings stand out from their ground."""
    page = visit(width=PHONE, forced_colors="active", color_scheme=scheme)
    assert not (found := faults(page, paths, probing("colours"))), found


@WIDTHS
def test_nothing_moves_for_who_asks_for_stillness(locale: str, paths: list[str], width: int, visit: Visit) -> None:
    """Where the system asks for less motion nothing slides, fades or scrolls by itself."""
    assert not (found := faults(visit(width=width, reduced_motion="reduce"), paths, probing("motion"))), found


@WIDTHS
def test_what_is_tapped_is_large_enough(locale: str, paths: list[str], width: int, visit: Visit) -> None:
    """What can be tapped is 24 by 24 px large, or stands alone, or in a line of text (WCAG 2.5.8)."""
    assert not (found := faults(visit(width=width), paths, probing("targets"))), found


def test_axe_finds_no_barrier(
    locale: str, paths: list[str], eyes: tuple[int, dict[str, Any], Options], visit: Visit
) -> None:
    """No page has a barrier that axe sees: in the system's colours, and of every page in our own.

    A sample in our own is looked at in test_every_page.py.
    """
    width, how, options = eyes
    page = visit(width=width, **how)
    page.context.add_init_script(AXE)
    assert not (found := faults(page, paths, lambda page: barriers(page, options))), found
