"""The second line: should hostile content ever get through the rules, browsers do nothing of what it says."""

import re
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Route, expect

from harness import PROJECT, Built, build, make_project, read_cases, render
from knowledge_base.policy import guard, scripts_of
from visitor import Visit, visits

HERE = "http://kb.example/"
TEMPLATES = [Path(str(files("material"))) / "templates", PROJECT / "overrides"]
HOSTILE = {
    f"{name}: {sentence}": case["page"]
    for name in ("html", "attributes", "addresses")
    for sentence, case in read_cases(f"knowledge_base/cases/hostile/{name}.yml").items()
    # A link to another host does nothing until it is followed.
    if name != "addresses" or "script" in case["page"]
}
# A policy does not speak of where a page leads by itself; the build shows such a page as text (the last test).
LEADS_AWAY = re.compile("http-equiv", re.IGNORECASE)
TRY_ALL = """() => {
    addEventListener("click", event => event.target.protocol !== "javascript:" && event.preventDefault())
    const scripts = [...document.querySelectorAll("article a")].filter(each => each.protocol === "javascript:")
    scripts.forEach(each => each.click())
    document.querySelectorAll("[onclick], [onmouseover]").forEach(each => {
        each.dispatchEvent(new MouseEvent("click", { bubbles: true }))
        each.dispatchEvent(new MouseEvent("mouseover"))
    })
    document.querySelectorAll("article form").forEach(each => each.submit())
    return new Promise(done => setTimeout(done, 25))
}"""
KINDS = ("", "values/equity/", "sources/ilo-resolution/", "seminar/worksheet/", "seminar/custom-set/", "km/glossary/")
TELL_VIOLATIONS = """
    window.violations = []
    addEventListener("securitypolicyviolation", event => violations.push(event.violatedDirective + event.blockedURI))
"""


def effects(browser: Browser, pages: dict[str, str]) -> Iterator[str]:
    """The pages of which something comes: a script runs, or another host is asked for a file, a frame, a page.

    `pages` holds each page's HTML by its name.
    """
    context = browser.new_context()
    context.set_default_timeout(10_000)
    asked: list[str] = []
    context.expose_function("alert", lambda *_: asked.append("a script"))
    shown = {"html": ""}

    def answer(route: Route) -> None:
        if route.request.url == HERE:
            route.fulfill(body=shown["html"], content_type="text/html; charset=utf-8")
        else:
            if not route.request.url.startswith(HERE):
                asked.append(route.request.url)
            route.fulfill(status=204)  # whatever it is: the page stays

    context.route("**/*", answer)
    page = context.new_page()
    for name, shown["html"] in pages.items():
        asked.clear()
        page.goto(HERE)
        with suppress(Error):  # a page that leads to another one ends what is done in it
            page.evaluate(TRY_ALL)
        if asked:
            yield name
    context.close()


def bare(text: str) -> str:
    """A page of nothing but the text, rendered as the engine does."""
    return (
        f'<!doctype html><html><head><meta charset="utf-8"></head><body><article>{render(text)}</article></body></html>'
    )


def test_what_gets_through_does_nothing(browser: Browser) -> None:
    """With its policy no hostile page acts; without it the first ones do, in the same browser."""
    known = scripts_of(TEMPLATES)
    pages = {name: bare(text) for name, text in HOSTILE.items() if not LEADS_AWAY.search(text)}
    assert len(list(effects(browser, dict(list(pages.items())[:12])))) > 6
    assert list(effects(browser, {name: guard(page, known) for name, page in pages.items()})) == []


def test_a_hostile_page_that_is_built_shows_what_it_tries(browser: Browser, tmp_path: Path) -> None:
    """Whoever builds a contribution at home, where problems are only warnings, reads it and does not meet it."""
    texts = [text for text in HOSTILE.values() if re.search(r"<(?:script|img|meta|iframe|base|form)\b", text, re.I)]
    pages: dict[str, str | bytes] = {f"p{at}.md": text.encode() for at, text in enumerate(texts)}
    project = make_project(tmp_path / "project", {"index.md": "# Home\n", **pages})
    built = build(project, tmp_path / "site", SITE_LOCALE="en")
    assert built.code == 0, built.output
    assert "the engine makes more of this page than words" in built.output
    html = {path: (built.folder / path / "index.html").read_text(encoding="utf-8") for path in built.pages}
    assert len(html) == len(texts) + 1
    assert list(effects(browser, html)) == []


@pytest.fixture(params=["from a server", "from a folder"])
def look(request: pytest.FixtureRequest, visit: Visit, browser: Browser, site: Built) -> Iterator[Visit]:
    """Opens the site's pages from a server, and from a folder, as from a memory card."""
    if request.param == "from a server":
        yield visit
        return
    with visits(browser, f"{site.folder.as_uri()}/") as visit_files:
        yield lambda path="", *size, **options: visit_files(f"{path}index.html", *size, **options)


@pytest.mark.parametrize("path", KINDS)
def test_a_page_works_under_its_policy_and_asks_no_other_host(look: Visit, path: str) -> None:
    """Nothing of ours is held back; all that is loaded is the site's; nothing is kept but the choice of colours."""
    page = look(path)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(TELL_VIOLATIONS)
    page.reload()
    page.locator("label[for^=__palette]:visible").first.click()
    assert page.evaluate("violations") == []
    assert page.locator("html.js").count() == 1
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    assert len(asked) > 2
    root = page.url.removesuffix("index.html").removesuffix(path)
    assert [url for url in asked if not url.startswith((root, "data:"))] == []
    assert page.context.cookies() == []
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert kept == [page.evaluate("document.documentElement.dataset.colours")]
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
