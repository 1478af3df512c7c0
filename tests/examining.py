"""A walk through pages, window by window: each page is opened once in each, and there looked at in many ways."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from playwright.sync_api import Page, ViewportSize

from barriers import AXE
from probing import adopt
from visitor import Visit, end_animations, expect_colours

# What the system of most readers asks for.
PLAIN = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
# What is folded up in the text is opened, so that it is seen too.
OPEN = "document.querySelectorAll('article details').forEach(each => { each.open = true })"
REST = "document.activeElement.blur(), scrollTo(0, 0)"
See = Callable[[Page], Iterable[str]]


class Look(NamedTuple):
    """What is asked of a page, how it is looked at, what the reader's system asks for, and the reader's own styles."""

    check: str
    see: See
    system: Mapping[str, str] = {}
    styles: str = ""


class Window(NamedTuple):
    """A window, what is looked at in it, and, where a sample is seen, whose turn it is (see the tests' conftest.py)."""

    size: ViewportSize
    looks: Sequence[Look]
    turn: int = 0


def examine(visit: Visit, windows: Iterable[tuple[Window, Sequence[str]]]) -> dict[str, list[str]]:
    """What is found on pages, by what was asked; a check that looked at nothing is not in it."""
    found: dict[str, list[str]] = {}
    for window, paths in windows:
        page = visit(width=window.size["width"], height=window.size["height"])
        page.context.add_init_script(AXE)
        for path in paths:
            page.goto(f"./{path}")
            page.evaluate(OPEN)
            for look in window.looks:
                _prepare(page, look)
                found.setdefault(look.check, []).extend(look.see(page))
    return found


def _prepare(page: Page, look: Look) -> None:
    """Shows the page as its reader has it; the look before leaves nothing behind."""
    system: dict[str, Any] = {**PLAIN, **look.system}
    page.emulate_media(**system)
    page.evaluate(REST)
    adopt(page, look.styles)
    expect_colours(page, system["color_scheme"])
    end_animations(page)
