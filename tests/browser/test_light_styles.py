"""Pages look as if all style sheets were there whole, in every state; and what comes late moves nothing."""

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from harness import PROJECT, Built
from visitor import DESK, PHONE, Visit, end_animations

# One page of each kind that has styles of its own; the first ones have all that changes with a reader's doing.
KINDS = (
    "",
    "km/values/equality/",
    "sources/ilo-resolution/",
    "call/",
    "seminar/session-2/",
    "seminar/worksheet/",
    "seminar/custom-set/",
    "translating/",
    "lo/translations/",
    "glossary/",
)
# On a busy machine one of the two pages may still be on its way to what it will look like, or a page comes in pieces.
TRIES = 3
# Every kind of page where most is seen, and on paper; elsewhere what changes is on the first ones.
PAGES = {"on a phone": KINDS, "on paper": KINDS}
# What still counts as having stayed: a sign of the menu that settles.
STILL = 0.0001
SHEET = re.compile(r".*/site\.[0-9a-f]{8}\.css$")
INLINE = re.compile(r"<style>.*?</style>", re.DOTALL)
# Of every element and what is drawn before and after it: all that the browser makes of the style sheets, as far as it
# is not what the element around it has. Custom properties are only what that is made of.
LOOK = """() => {
    const names = [...getComputedStyle(document.body)].filter(each => !each.startsWith("--")), known = new Map()
    return [...document.body.querySelectorAll("*")].flatMap(element => ["", "::before", "::after"].map(pseudo => {
        const style = getComputedStyle(element, pseudo)
        if (pseudo && style.content === "none") return ""
        const values = names.map(name => style.getPropertyValue(name))
        const around = known.get(pseudo ? element : element.parentElement) || []
        if (!pseudo) known.set(element, values)
        const own = names.flatMap((name, at) => values[at] === around[at] ? [] : [`${name}:${values[at]}`])
        return `${element.tagName}.${element.className}${pseudo};` + own.join(";")
    }))
}"""
STATES: dict[str, tuple[int, Callable[[Page], object]]] = {
    "on a phone": (PHONE, lambda page: None),
    "at a desk": (DESK, lambda page: None),
    "in the dark": (DESK, lambda page: page.emulate_media(color_scheme="dark")),
    "on paper": (DESK, lambda page: page.emulate_media(media="print")),
    "with the menu open": (PHONE, lambda page: page.locator(".md-header [for=__drawer]").click()),
    "with the languages open": (PHONE, lambda page: page.locator(".kb-languages summary").click()),
    "going by key": (DESK, lambda page: list(map(page.keyboard.press, ["Tab"] * 3))),
    "under a mouse": (DESK, lambda page: page.locator("article a").first.hover()),
}
# How far what is seen was moved without the reader's doing.
MOVED = """() => new Promise(resolve => new PerformanceObserver(list =>
    resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))
).observe({type: "layout-shift", buffered: true}) || setTimeout(() => resolve(0), 300))"""


@pytest.fixture(scope="module")
def uncut() -> str:
    """All style sheets of the theme and of ours as they are written, with the browser's state for keys in place of
    the class that the theme's script would give."""
    spec = find_spec("material")
    assert spec
    assert spec.origin
    theme = sorted(Path(spec.origin).parent.glob("templates/assets/stylesheets/*.css"))
    listed = re.findall(r"^  - (assets/styles/\S+\.css)$", (PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), re.M)
    ours = [PROJECT / "docs" / sheet for sheet in listed]
    assert len(theme) == 2
    assert len(ours) > 5
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in (*theme, *ours)).replace(
        ".focus-visible", ":focus-visible"
    )


def look(page: Page, path: str, state: Callable[[Page], object]) -> list[str]:
    """What the browser makes of the page's styles in a state."""
    page.goto(f"./{path}")
    state(page)
    page.wait_for_timeout(50)
    end_animations(page)
    looks: list[str] = page.evaluate(LOOK)
    return looks


def difference(found: str, wanted: str) -> tuple[str, set[str]]:
    """Which element differs, and what of it is only in one of the two."""
    return found.split(";")[0], {*found.split(";")} ^ {*wanted.split(";")}


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_a_page_has_lost_a_style(state: str, uncut: str, visit: Visit) -> None:
    """Every element has in each state the styles that the whole style sheets give it, on each kind of page."""

    def with_whole_sheets(route: Route) -> None:
        route.fulfill(content_type="text/css", body=uncut)

    def without_inline(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=INLINE.sub("", answer.text()))

    width, bring_about = STATES[state]
    # A worker's requests would pass by the routes.
    cut, whole = (visit(width=width, service_workers="block") for _ in range(2))
    whole.route(SHEET, with_whole_sheets)
    whole.route(re.compile(r".*/$"), without_inline)
    for page in (cut, whole):
        page.route("**/*.woff2", lambda route: route.abort())  # their names differ
    for path in PAGES.get(state, KINDS[:3]):
        for _ in range(TRIES):
            found, wanted = look(cut, path, bring_about), look(whole, path, bring_about)
            differ = [difference(a, b) for a, b in zip(found, wanted, strict=True) if a != b]
            if not differ:
                break
        assert differ == [], path


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("path", ["", "values/", "values/equality/", "sources/ilo-resolution/", "seminar/session-2/"])
def test_what_comes_late_moves_nothing(path: str, width: int, visit: Visit) -> None:
    """The style sheet and the script may come a while after the page: what is seen stays where it is."""

    def late(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page = visit("404.html", width, service_workers="block")
    page.route(re.compile(r".*/site\.[0-9a-f]{8}\.(css|js)$"), late)
    # Letters that a device lacks do move the page; before they come there is nothing to be read.
    page.route("**/*.woff2", lambda route: route.abort())

    def moved() -> float:
        page.goto(f"./{path}")
        found: float = page.evaluate(MOVED)
        return found

    assert any(moved() < STILL for _ in range(TRIES))


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_page_is_read_before_its_style_sheet_comes(script: bool, site: Built, visit: Visit) -> None:
    """A phone shows the article at once, in its colours and measures, even if the style sheet never comes."""
    page = visit("404.html", PHONE, java_script_enabled=script, service_workers="block")
    page.route(SHEET, lambda route: route.abort())
    page.goto("./values/equality/")
    words = "".join(page.locator("article").inner_text().split())
    assert words == "".join(str(site.article("values/equality/").text_content()).split())
    assert page.locator(".kb-quotation").first.evaluate("each => getComputedStyle(each).backgroundColor") == (
        "rgb(251, 244, 232)"
    )
    assert not page.locator(".md-footer").is_visible()
