"""All levers in their order, on a site that is built: see `levers`."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..policy import texts_in
from . import headers, markup, names, styling, theme_script
from .levers import Levers

# What only the theme's script asks for.
THEME_SCRIPTS = "assets/javascripts"
SHEETS = ("assets/stylesheets", "assets/styles")
FONTS = "assets/fonts"


def lighten(site: Path, levers: Levers, samples: Sequence[str], base: str) -> set[str]:
    """Changes the pages of a site, and the files that they ask for, as the levers say.

    `samples` are paths of pages, one of each kind whose first screen waits for no style sheet; `base` is the path of
    the site on its host: "/". Gives the scripts and styles that the levers wrote into pages.
    """
    files = sorted(site.rglob("*.html"))
    before = {file: file.read_text(encoding="utf-8") for file in files}
    pages = dict(before)
    if levers.script:
        pages = _with_our_script(site, pages)
    if levers.styles:
        pages = _dressed(site, pages, [site / sample for sample in samples])
    written = _texts_in(pages.values()) - _texts_in(before.values())
    if levers.markup:
        pages = {file: markup.without_space(page) for file, page in pages.items()}
    if levers.names:
        pages, renamed = _renamed(site, pages, base)
        written = {names.refer(text, renamed) for text in written}
    for file, page in pages.items():
        if page != before[file]:
            file.write_text(page, encoding="utf-8")
    return written


def _texts_in(pages: Iterable[str]) -> set[str]:
    return {text for page in pages for text in texts_in(page)}


def _with_our_script(site: Path, pages: dict[Path, str]) -> dict[Path, str]:
    folder = site / Path(theme_script.WHOLE).parent
    first = theme_script.without_comments((folder / theme_script.FIRST).read_text(encoding="utf-8"))
    asked = [part for part in theme_script.ASKED_FOR if any(f'/{part}"' in page for page in pages.values())]
    parts = [(folder / part).read_text(encoding="utf-8") for part in (*theme_script.OF_THEME, *asked)]
    whole = theme_script.join(parts)
    for part in (*theme_script.OF_THEME, *theme_script.ASKED_FOR, theme_script.FIRST):
        (folder / part).unlink()
    (site / theme_script.WHOLE).write_text(whole, encoding="utf-8")
    _remove(site / THEME_SCRIPTS)
    for sheet in (site / SHEETS[0]).glob("*.css"):
        sheet.write_text(theme_script.with_states_of_browsers(sheet.read_text(encoding="utf-8")), encoding="utf-8")
    return {file: theme_script.take_over(page, first) for file, page in pages.items()}


def _dressed(site: Path, pages: dict[Path, str], samples: list[Path]) -> dict[Path, str]:
    asked = next((sheets for page in pages.values() if (sheets := styling.sheets_of(page))), [])
    sheets = [(site / sheet).read_text(encoding="utf-8") for sheet in asked]
    scripts = [script.read_text(encoding="utf-8") for script in sorted(site.glob("assets/**/*.js"))]
    styles = styling.make_styles(
        sheets, pages.values(), scripts, [pages[sample] for sample in samples if sample in pages]
    )
    for folder in SHEETS:
        _remove(site / folder)
    (site / styling.WHOLE).parent.mkdir(parents=True, exist_ok=True)
    (site / styling.WHOLE).write_text(styles.sheet, encoding="utf-8")
    return {file: styling.dress(page, styles) for file, page in pages.items()}


def _renamed(site: Path, pages: dict[Path, str], base: str) -> tuple[dict[Path, str], dict[str, str]]:
    """The pages with new names of files, and the names; fonts first, since style sheets name them."""
    fonts = names.rename(site, _below(site, f"{FONTS}/*.woff2"))
    for sheet in site.glob("assets/**/*.css"):
        relative = {old.removeprefix("assets/"): new.removeprefix("assets/") for old, new in fonts.items()}
        sheet.write_text(names.refer(sheet.read_text(encoding="utf-8"), relative), encoding="utf-8")
    renamed = fonts | names.rename(site, [*_below(site, "assets/**/*.css"), *_below(site, "assets/**/*.js")])
    (site / headers.FILE).write_text(headers.headers(renamed.values(), base), encoding="utf-8")
    return {file: names.refer(page, renamed) for file, page in pages.items()}, renamed


def _below(site: Path, pattern: str) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.glob(pattern))


def _remove(folder: Path) -> None:
    for file in sorted(folder.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    if folder.is_dir():
        folder.rmdir()
