"""What WCAG 2.2 (AA) and our readers ask of each page, beyond what axe sees; with --every-page, of every page."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from barriers import ALL, AXE, COLOURS, Options, barriers, place
from examining import Look, See, Window, examine
from probing import adopt, probe
from visitor import DESK, ENLARGED, PHONE, Visit, end_animations, visits

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


def probing(name: str) -> See:
    """Looks with a probe, at the whole page."""
    return lambda page: probe(page, name, "body")


def by_key(page: Page) -> list[str]:
    """Looks at the focus of a reader for whom the browser draws it, since a key was pressed."""
    page.keyboard.press("Tab")
    return probe(page, "focus")


def by_axe(options: Options) -> See:
    """Looks with axe."""

    def look(page: Page) -> Iterator[str]:
        page.evaluate(AXE)
        return barriers(page, options)

    return look


def windows(is_whole: bool) -> list[Window]:
    """All that is looked at; axe in our own colours only where test_every_page.py does not do it."""
    said: dict[str, set[str]] = {}

    def words(page: Page) -> set[str]:
        return set(page.inner_text("article").split())

    def remember(page: Page) -> list[str]:
        said[page.url] = words(page)
        return [] if said[page.url] else [f"{place(page)}: says nothing"]

    def compare(page: Page) -> list[str]:
        missing = said[page.url] ^ words(page)
        return [f"{place(page)}: not there: {missing}"] if missing else []

    order, targets = Look("order", probing("order")), Look("targets", probing("targets"))
    motion, loss = Look("motion", probing("motion"), reduced_motion="reduce"), partial(Look, see=probing("loss"))
    colours, focus = Look("colours", probing("colours"), "active"), Look("focus", by_key)
    every, contrast = (Look("axe", by_axe(options)) for options in (ALL, COLOURS))
    own, own_dark = ([every], [contrast]) if is_whole else ([], [])
    typed = [loss("own type", styles=SPACED), loss("own type", styles=LARGE)]
    enlarged = [loss("enlarged"), Look("enlarged", compare)]
    read = [order, targets, motion]
    forced = [colours, contrast._replace(forced_colors="active")]
    said_here = Look("enlarged", remember)
    return [
        Window(AT_A_DESK, [said_here, *read, *typed, *own, colours, focus._replace(forced_colors="active")]),
        Window(TWICE, enlarged),
        Window(AT_A_DESK, [said_here, focus], "dark", turn=1),
        Window(FOUR_TIMES, [*enlarged, typed[0], focus], turn=1),
        Window(ON_A_PHONE, [*read, *own, *forced, focus], turn=1),
        Window(ON_A_PHONE, [*own_dark, colours], "dark", turn=2),
    ]


@pytest.fixture(scope="module")
def found(
    pages: Callable[[int], list[str]], browser: Browser, address: str, pytestconfig: pytest.Config
) -> dict[str, str]:
    """What is found on the pages of a language, by what was asked."""
    every = windows(pytestconfig.getoption("every_page"))
    with visits(browser, address) as visit:
        found = examine(visit, [(window, pages(window.turn)) for window in every])
    return {check: "\n".join(faults) for check, faults in found.items()}


def test_the_order_of_reading_is_the_order_of_the_page(found: dict[str, str]) -> None:
    """What is seen, from above to below and column by column, comes so in the document too (WCAG 1.3.2, 2.4.3)."""
    assert not found["order"], found["order"]


def test_the_focus_is_never_hidden(found: dict[str, str]) -> None:
    """On the way down a page and back, what has the focus is in sight, in a ring that stands out (2.4.7, 2.4.11).

    On a phone, in the dark, four times as large, and in the system's colours.
    """
    assert not found["focus"], found["focus"]


def test_nothing_is_lost_when_the_page_is_enlarged(found: dict[str, str]) -> None:
    """All words of the text are there, none cut off, covered or beside the window; only tables are moved both ways."""
    assert not found["enlarged"], found["enlarged"]


@pytest.mark.parametrize(("styles", "turn"), [("", 2), (SPACED, 4)], ids=["four times", "and spaced"])
def test_nothing_is_lost_of_what_opens(styles: str, turn: int, pages: Callable[[int], list[str]], visit: Visit) -> None:
    """The menu and the list of languages, opened on a page enlarged to 400 %, lose nothing.

    On the home page (even turns begin with it), where no list of the menu lies over another.
    """
    page = visit(pages(turn)[0], **FOUR_TIMES)
    adopt(page, styles)
    page.locator(".md-header [for=__drawer]").click()
    end_animations(page)
    found = probe(page, "loss", ".md-sidebar--primary")
    page.reload()
    adopt(page, styles)
    page.locator(".kb-languages summary").click()
    found += probe(page, "loss", ".kb-languages ul")
    assert not found, "\n".join(found)


def test_nothing_is_lost_with_a_readers_own_type(found: dict[str, str]) -> None:
    """Text has room to grow: with wider lines, words and letters (WCAG 1.4.12), and with larger letters (1.4.4)."""
    assert not found["own type"], found["own type"]


def test_everything_is_seen_in_the_systems_colours(found: dict[str, str]) -> None:
    """Where the system forces its own colours, words, signs and drawings stand out from their ground."""
    assert not found["colours"], found["colours"]


def test_nothing_moves_for_who_asks_for_stillness(found: dict[str, str]) -> None:
    """Where the system asks for less motion nothing slides, fades or scrolls by itself."""
    assert not found["motion"], found["motion"]


def test_what_is_tapped_is_large_enough(found: dict[str, str]) -> None:
    """What can be tapped is 24 by 24 px large, or stands alone, or in a line of text (WCAG 2.5.8)."""
    assert not found["targets"], found["targets"]


def test_axe_finds_no_barrier(found: dict[str, str]) -> None:
    """No page has a barrier that axe sees: in the system's colours, and of every page in our own.

    A sample in our own is looked at in test_every_page.py.
    """
    assert not found["axe"], found["axe"]
