"""A walk through pages, window by window: each page is opened once in each, and there looked at in many ways."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from playwright.sync_api import Page, ViewportSize

from probing import adopt
from visitor import Visit, end_animations, expect_colours

# What is folded up in the text is opened, so that it is seen too; what a script adds to a page is there.
OPEN = "document.querySelectorAll('article details').forEach(each => { each.open = true })"
IS_WHOLE = "() => !document.querySelector('#keeping[hidden]')"
REST = "document.activeElement.blur(), scrollTo(0, 0)"
See = Callable[[Page], Iterable[str]]


class Look(NamedTuple):
    """What is asked of a page, how it is looked at, what the reader's system asks for, and the reader's own styles."""

    check: str
    see: See
    forced_colors: Literal["none", "active"] = "none"
    reduced_motion: Literal["no-preference", "reduce"] = "no-preference"
    styles: str = ""


class Window(NamedTuple):
    """A window, what is looked at in it, the colours that the reader's system has, and whose turn it is in a sample."""

    size: ViewportSize
    looks: Sequence[Look]
    color_scheme: Literal["light", "dark"] = "light"
    turn: int = 0


def examine(visit: Visit, windows: Iterable[tuple[Window, Sequence[str]]]) -> dict[str, list[str]]:
    """What is found on pages, by what was asked; a check that looked at nothing is not in it."""
    found: dict[str, list[str]] = {}
    for window, paths in windows:
        # The worker that keeps pages would count on one of them how many were read.
        page = visit(**window.size, color_scheme=window.color_scheme, service_workers="block")
        for path in paths:
            page.goto(f"./{path}")
            page.wait_for_function(IS_WHOLE)
            page.evaluate(OPEN)
            expect_colours(page, window.color_scheme)
            for look in window.looks:
                _prepare(page, look)
                found.setdefault(look.check, []).extend(look.see(page))
    return found


def _prepare(page: Page, look: Look) -> None:
    """Shows the page as its reader has it; the look before leaves nothing behind."""
    page.emulate_media(forced_colors=look.forced_colors, reduced_motion=look.reduced_motion)
    page.evaluate(REST)
    adopt(page, look.styles)
    end_animations(page)
