"""What axe cannot see, looked at by scripts of ours in the page: `tests/browser/standards/probes/*.js`.

Each tells what is at fault, and how much it looked at: a probe that saw nothing is a failure, never a pass.
"""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from barriers import place
from harness import PROJECT

PROBES = PROJECT / "tests" / "browser" / "standards" / "probes"
# As a style sheet of the reader's, in place of the one before: a policy does not speak of it.
ADOPT = """text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
}"""


def probe(page: Page, name: str, argument: Any = None) -> list[str]:
    """The faults that a probe finds in a page, each with where."""
    found = page.evaluate(_script(name), argument)
    assert found["checked"], f"{place(page)}: {name}.js looked at nothing"
    return [f"{place(page)}: {fault}" for fault in found["faults"]]


def adopt(page: Page, styles: str) -> None:
    """Gives the page a style sheet of its reader's; none if it is empty."""
    page.evaluate(ADOPT, styles)


@cache
def _script(name: str) -> str:
    common, own = ((PROBES / f"{each}.js").read_text(encoding="utf-8") for each in ("common", name))
    return f"argument => {{\n{common}\nreturn (\n{own})(argument)\n}}"
