"""Finding things: the search in the real browser, on the real pages, in every language."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from firefox import started
from harness import PROJECT, Built
from knowledge_base.search_script import name_for
from searching import ASK, FIELD, LOCALES
from visitor import Visit

CASES = PROJECT / "tests/browser/cases/search"
# The addresses of all results, those that are folded away too.
ALL = """async () => {
    for (const more of document.querySelectorAll(".md-search-result__more")) {
        const opened = new Promise(resolve => more.addEventListener("toggle", resolve, { once: true }))
        more.open = true
        await opened
    }
    return [...document.querySelectorAll(".md-search-result__item a")]
        .map(link => link.href.replace(/[?][^#]*/, "").replace("index.html", ""))
}"""


@dataclass(frozen=True)
class Tally:
    """How well a language is found: the share of the pages wanted that are among the first ten, of the best ones first,
    of the places on a page that are shown.

    missed  what went wrong, for whoever reads the test's message
    """

    recall: float
    best_first: float
    places: float
    missed: list[str]


def tally(page: Page, root: str, cases: list[dict[str, Any]]) -> Tally:
    """Asks all questions of a language on one of its pages; addresses begin below `root`."""
    recalls, firsts, places, missed = [], [], [], []
    for case in cases:
        found = [each.removeprefix(root) for each in page.evaluate(ASK, case["query"])]
        pages = [each.partition("#")[0] for each in found][:10]
        wanted = set(case.get("among") or case["found"])
        recalls.append(len(wanted & set(pages)) / min(10, len(wanted)))
        firsts.append(bool(pages) and pages[0] in case["best"])
        places.append("anchor" not in case or root + case["anchor"] in page.evaluate(ALL))
        if not places[-1]:
            missed.append(f"{case['kind']} {case['query']!r}: {case['anchor']} is not among what was found")
        if recalls[-1] < 1 or not firsts[-1]:
            missed.append(
                f"{case['kind']} {case['query']!r}: wanted {sorted(wanted)}, first {case['best']}; got {pages}"
            )
    recall, best_first, shown = (sum(each) / len(cases) for each in (recalls, firsts, places))
    return Tally(recall, best_first, shown, missed)


def cases_of(locale: str) -> list[dict[str, Any]]:
    """Forty queries on the real content, cut by other segmenters than ours."""
    cases: list[dict[str, Any]] = json.loads((CASES / f"{locale}.json").read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_there_is_found(locale: str, visit: Visit, address: str) -> None:
    """Of the pages wanted, 98 in 100 are among the first ten, and in 9 of 10 queries the best one comes first.

    A place that is wanted on a page is among the sections shown.
    """
    root = "" if locale == "en" else f"{locale}/"
    done = tally(visit(root), address + root, cases_of(locale))
    assert done.recall >= 0.98, "\n".join(done.missed)
    assert done.best_first >= 0.9, "\n".join(done.missed)
    assert done.places >= 0.98, "\n".join(done.missed)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_search_is_light(locale: str, site: Built) -> None:
    """All that a first search loads has at most 40 KB as a good host sends it."""
    script = name_for(locale).removesuffix("js")
    files = [*site.folder.glob(f"assets/scripts/{script}*js"), site.folder / f"search/{locale}.js"]
    assert len(files) == 2
    assert len(files) == 2
    assert sum(len(brotli.compress(file.read_bytes())) for file in files) <= 40_000


def test_nothing_is_loaded_before_someone_searches(visit: Visit) -> None:
    """Not a byte of the search comes with the page; its two scripts come when a reader goes to the field."""
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "/scripts/search" in url or "/search/" in url] == []
    asked.clear()
    page.focus(FIELD)
    expect(page.locator(".md-search [role=status]")).not_to_have_text("")
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("/")[2].partition(".")[0] for url in sorted(set(asked))] == ["search", "en"]


@pytest.mark.parametrize("locale", LOCALES)
def test_from_a_folder(locale: str, folder: Path, browser: Browser) -> None:
    """Opened from a folder the search finds as much as from a server."""
    root = folder.as_uri() + ("/" if locale == "en" else f"/{locale}/")
    page = browser.new_page()
    page.goto(f"{root}index.html")
    done = tally(page, root, cases_of(locale)[::4])
    page.close()
    assert (done.recall, done.missed) == (1, [])


def test_from_a_folder_in_firefox(folder: Path) -> None:
    """Firefox finds from a folder what Chromium finds, in every language."""
    with started() as firefox:
        for locale in LOCALES:
            root = folder.as_uri() + ("/" if locale == "en" else f"/{locale}/")
            firefox.go(f"{root}index.html")
            for case in cases_of(locale)[::8]:
                found = [each.removeprefix(root).partition("#")[0] for each in firefox.run(ASK, case["query"])]
                assert found[0] in case["best"], (locale, case["query"], found)
