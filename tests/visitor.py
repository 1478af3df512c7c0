"""What browser tests share: how a visitor opens a page, and what colours they see."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, BrowserType, Page

from harness import PROJECT
from knowledge_base.font import find_font

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PHONE, DESK = 360, 1280
FONTS = PROJECT / "node_modules" / "@fontsource"
# 320 CSS px are a window of 1280 px in which everything is enlarged to 400 % (WCAG 1.4.10).
ENLARGED = 320
HEIGHT = 800
# Whether the article's ink is lighter than the ground of the page.
DARK = """() => {
    const light = (element, property) =>
        getComputedStyle(element)[property].match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
    return light(document.querySelector("article"), "color") > light(document.body, "backgroundColor")
}"""


def chromium() -> str:
    """The system's Chromium, or the browser that the environment names in CHROMIUM."""
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not executable:
        pytest.fail(f"No browser: install one of {', '.join(NAMES)}, or name one: CHROMIUM=/path/to/chromium pytest")
    return executable


# Whether the page has to be moved sideways to be read.
IS_WIDE = "document.documentElement.scrollWidth > innerWidth"


class Visit(Protocol):
    """Opens a page in a browser that has never been here: the path, the size of the window, options of the context."""

    def __call__(self, path: str = "", width: int = DESK, height: int = HEIGHT, **options: Any) -> Page: ...


@contextmanager
def visits(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages; each in a context of its own, which is gone in the end."""
    with ExitStack() as contexts:

        def visit(path: str = "", width: int = DESK, height: int = HEIGHT, **options: Any) -> Page:
            context = browser.new_context(base_url=address, viewport={"width": width, "height": height}, **options)
            contexts.callback(context.close)
            context.set_default_timeout(10_000)
            page = context.new_page()
            page.goto(f"./{path}")
            return page

        yield visit


@contextmanager
def device(kind: BrowserType, folder: Path, locales: list[str]) -> Iterator[Browser]:
    """A browser on a device that has letters for these locales' scripts, and for no other."""
    browser = kind.launch(
        executable_path=chromium(),
        args=ARGUMENTS,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts_of(locales, folder))},
    )
    yield browser
    browser.close()


def fonts_of(locales: list[str], folder: Path) -> Path:
    """Fontconfig's file for such a device, written into a folder with the fonts."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    for locale in locales:
        for weight in (400, 700):
            font = TTFont(find_font(FONTS, locale, weight))
            font.flavor = None
            font.save(fonts / f"{locale}-{weight}.ttf")
    config = folder / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir></fontconfig>")
    return config


def expect_colours(page: Page, scheme: str) -> None:
    """Waits until the page is "dark" or "light", as its reader sees it."""
    page.wait_for_function(f"wanted => ({DARK})() === wanted", arg=scheme == "dark")


def end_animations(page: Page) -> None:
    """Takes the page to where its animations lead to, so that nothing is measured on its way.

    What inherits a colour begins to change its own when that one has come to its end: so more than once.
    """
    page.evaluate("for (let i = 0; i < 9; i++) document.getAnimations().forEach(animation => animation.finish())")


def unpack(archive: Path, into: Path) -> Path:
    """Unpacks an archive where trainers do: into a folder with a space and other letters in its name."""
    folder = into / "ສຳມະນາ 2026"
    with ZipFile(archive) as stick:
        stick.extractall(folder)
    return folder / "sse-knowledge-base"
