"""`make bench`: what a search costs a reader with a slow phone, on our pages and on 500 in a language, ours and others.

The phone is that of `light.py`: 400 ms until each answer, 400 kbit/s, a processor four times slower. All that is sent
is packed with Brotli. Figures are medians. `--locale km` measures one language.

Pagefind is no part of the project. To have it beside the others, install it anywhere and name the place:
`npm install --prefix folder pagefind@1.6.0`, then `PAGEFIND=folder/node_modules make bench`.
"""

import argparse
import json
import os
import re
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import corpus
from engines import MATERIALS, OURS, PAGEFINDS, Engine, write_material, write_ours, write_pagefind
from host import Host, hosted, packed
from measuring import PROJECT
from playwright.sync_api import BrowserType, sync_playwright
from visit import RUNS, Visit, median, opened, size_of, visit

from harness import TRANSLATIONS
from knowledge_base.search_index import SearchedPage, file_of, hand_over

LOCALES = ("en", *TRANSLATIONS)
SIDE_BY_SIDE = ("en", "th", "km")
PAGES = 500
QUERIES = 10
FIRST = 10
NOWHERE = "qqqqzzzz"
BOX = PROJECT / "docs/assets/scripts/search/box.js"
# What the box waits for more letters, in milliseconds; no part of what the search itself takes.
PAUSE = int(re.findall(r"const REST = (\d+)", BOX.read_text(encoding="utf-8"))[0])

Words = dict[str, set[str]]


def row(name: str, figures: Iterable[object]) -> None:
    """Prints a line of a table."""
    print(f"{name:16}" + "".join(f"{figure!s:>11}" for figure in figures), flush=True)


def heading(words: str, names: Iterable[str]) -> None:
    """Prints what a table shows, how busy the machine is, and the names of the columns."""
    print(f"\n{words}\nThe load of this machine as it begins: {os.getloadavg()[0]:.1f}.\n")
    row("", names)


def queries(locale: str) -> list[str]:
    """A word that stands on several pages, one that stands nowhere, and ten queries of all kinds."""
    file = PROJECT / "tests/browser/cases/search" / f"{locale}.json"
    cases = json.loads(file.read_text(encoding="utf-8"))
    first = next(case["query"] for case in cases if case["kind"] == "word" and len(case.get("found", ())) > 3)
    return [first, NOWHERE, *(case["query"] for case in cases[:: len(cases) // QUERIES][:QUERIES])]


def home(locale: str) -> str:
    """The first page of a language."""
    return "" if locale == "en" else f"{locale}/"


def search_ours(chromium: BrowserType, host: Host, locale: str, **how: bool) -> tuple[list[Visit], str]:
    """Visits in which all queries are asked; the one for the word that stands nowhere, in seconds, apart from them."""
    asked = queries(locale)
    visit(chromium, host, OURS, home(locale), asked[:1])  # not counted: the host packs what it sends
    visits = [visit(chromium, host, OURS, home(locale), asked, **how) for _ in range(RUNS)]
    nowhere = seconds(visits, lambda each: each.later[0])
    return [replace(each, later=each.later[1:]) for each in visits], nowhere


def seconds(visits: Sequence[Visit], figure: Callable[[Visit], float]) -> str:
    """A median of milliseconds, in seconds."""
    return f"{median(visits, figure) / 1000:.2f}"


def middle(each: Visit) -> float:
    """What a later search takes, in milliseconds."""
    return statistics.median(each.later)


def worst(each: Visit) -> float:
    """What the longest of the later searches takes."""
    return max(each.later)


def measure_real(chromium: BrowserType, site: Path, locales: Sequence[str]) -> None:
    """The pages that there are, on the slow line."""
    heading(
        f"The search of the site as it is, on the slow line. Milliseconds without the pause of {PAUSE} ms for the next "
        "letter; felt: with it.\nNowhere: a word that is on no page, for which English comes too; later ones have it.",
        ("first KB", "first s", "later ms", "worst ms", "felt ms", "worst felt", "nowhere s"),
    )
    row("target", ("40", "2.5", "100", "", "", "", ""))
    with hosted(site) as host:
        for locale in locales:
            visits, nowhere = search_ours(chromium, host, locale, is_line_slow=True)
            figures = (
                f"{visits[0].size / 1000:.1f}",
                seconds(visits, lambda each: each.first),
                f"{median(visits, middle) - PAUSE:.0f}",
                f"{median(visits, worst) - PAUSE:.0f}",
                f"{median(visits, middle):.0f}",
                f"{median(visits, worst):.0f}",
                nowhere,
            )
            row(locale, figures)


def measure_many(chromium: BrowserType, site: Path, copy: Path, pages: dict[str, list[SearchedPage]]) -> None:
    """As many pages as the site may have one day, without the slow line."""
    heading(
        f"{PAGES} pages a language, made of the real pages' sentences, on the slow processor alone. A sentence comes "
        "again and again,\nwhich packs well: at the rate of the real pages there would be the KB in the second column.",
        ("first KB", "as real", "first s", "later ms", "worst ms", "nowhere s", "heap MB", "with it"),
    )
    row("target", ("", "", "3", "100", "", "", "", ""))
    with hosted(copy) as host:
        for locale, made in pages.items():
            visits, nowhere = search_ours(chromium, host, locale, with_heap=True)
            file = site / file_of(locale)
            real = corpus.letters_in(corpus.read_script(file.read_text(encoding="utf-8")))
            packs = len(packed(file)) / real * corpus.letters_in(made) - len(packed(copy / file_of(locale)))
            figures = (
                f"{visits[0].size / 1000:.0f}",
                f"{(visits[0].size + packs) / 1000:.0f}",
                seconds(visits, lambda each: each.first),
                f"{median(visits, middle) - PAUSE:.0f}",
                f"{median(visits, worst) - PAUSE:.0f}",
                nowhere,
                f"{median(visits, lambda each: each.heap[0]):.1f}",
                f"{median(visits, lambda each: each.heap[1]):.1f}",
            )
            row(locale, figures)


def measure_one(chromium: BrowserType, host: Host, engine: Engine, path: str, words: Words) -> Iterable[str]:
    """The figures of one search in one language."""
    asked, pause = list(words), PAUSE if engine is OURS else 0
    with opened(chromium) as page:
        host.sent.clear()
        page.goto(host.address + path, wait_until="networkidle")
        yield f"{size_of(engine, host) / 1000:.0f}"
    visit(chromium, host, engine, path, asked[:1], slower=1)
    visits = [visit(chromium, host, engine, path, asked, slower=1) for _ in range(RUNS)]
    slow = [visit(chromium, host, engine, path, asked[:1], slower=1, is_line_slow=True) for _ in range(RUNS)]
    yield f"{visits[0].size / 1000:.0f}"
    yield seconds(visits, lambda each: each.first)
    yield seconds(slow, lambda each: each.first)
    yield seconds(slow, lambda each: each.opened)
    yield f"{median(visits, middle) - pause:.0f}"
    yield f"{median(visits, lambda each: each.memory):.0f}"
    yield f"{recall(visits[0], path if engine is OURS else '', words):.2f}"


def recall(done: Visit, path: str, words: Words) -> float:
    """The share of the pages with a word that are among the first ten found."""
    shares = []
    for links, holders in zip(done.found, words.values(), strict=True):
        first = {link.removeprefix(path) for link in links[:FIRST]}
        shares.append(len(first & holders) / min(FIRST, len(holders)))
    return statistics.mean(shares)


def measure_side_by_side(
    chromium: BrowserType, copy: Path, folder: Path, pages: dict[str, list[SearchedPage]], program: Path | None
) -> None:
    """The same pages with other searches."""
    heading(
        f"The same {PAGES} pages a language with other searches, and {corpus.WORDS} words cut out of the text. The "
        "processor is as fast as it is, since Chromium\ncannot slow the workers in which Material and Pagefind search. "
        "Page: what comes with the page, before anyone searches.\nOpened: on the slow line, from the page's opening to "
        "the first result. With 500 written pages, ours and Material's would send\nabout as many times more as above; "
        "Pagefind, which sends parts of its index, would not.",
        ("page KB", "in all KB", "first s", "slow line", "opened s", "later ms", "memory MB", "recall"),
    )
    for locale, made in pages.items():
        words = corpus.words_of(made, locale)
        sites = {OURS: copy, MATERIALS: write_material(made, locale, folder / f"material-{locale}")}
        if program:
            sites[PAGEFINDS] = write_pagefind(made, locale, folder / f"pagefind-{locale}", program)
        for engine, site in sites.items():
            with hosted(site) as host:
                path = home(locale) if engine is OURS else ""
                row(f"{locale} {engine.name}", measure_one(chromium, host, engine, path, words))
    if not program:
        print("Pagefind is not here and left out; how to have it stands at the top of tests/bench/search.py.")


def main() -> None:
    """Measures a built site and prints the tables."""
    parser = argparse.ArgumentParser(description="What a search costs a reader with a slow phone.")
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="the built site")
    parser.add_argument("--locale", action="append", choices=LOCALES, help="a language; all of them if none is named")
    given = parser.parse_args()
    locales: list[str] = given.locale or list(LOCALES)
    files = {each: given.site / file_of(each) for each in dict.fromkeys([*locales, "en"])}
    if not all(file.is_file() for file in files.values()):
        sys.exit(f"{given.site} has no search to measure: install Node and npm, then build it with `make site`.")
    read = {each: corpus.read_script(file.read_text(encoding="utf-8")) for each, file in files.items()}
    pages = {each: corpus.compose(real, each, PAGES) for each, real in read.items()}
    compared = {each: pages[each] for each in given.locale or SIDE_BY_SIDE}
    program = Path(os.environ.get("PAGEFIND", "node_modules")).resolve() / ".bin/pagefind"
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        many = {each: hand_over(made, each) for each, made in pages.items()}
        copy = write_ours(given.site, many, folder / "ours")
        chromium = playwright.chromium
        measure_real(chromium, given.site, locales)
        measure_many(chromium, given.site, copy, {each: pages[each] for each in locales})
        measure_side_by_side(chromium, copy, folder, compared, program if program.is_file() else None)


if __name__ == "__main__":
    main()
