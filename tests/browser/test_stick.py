"""The site from a folder, as trainers have it on a stick: read and used without a server, without a connection."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from firefox import Firefox, started
from harness import PROJECT
from knowledge_base.locale import read_locales
from searching import ASK, ask
from visitor import FONTS, IS_WIDE, PHONE, device, unpack, visits

START = "START-HERE.html"
LOCALES = read_locales(PROJECT / "mkdocs.yml")
# The languages by their own names.
NAMES = LOCALES.names if LOCALES else {}
# What a page has its browser load: in Firefox, where the tests do not hear of each request.
LOADED = "async () => [...document.querySelectorAll('[src], link[href]')].map(each => each.src || each.href)"
SCORE = """async () => {
    for (const choice of document.querySelectorAll("td select")) {
        choice.value = "2"
        choice.dispatchEvent(new Event("change"))
    }
    return [...document.querySelectorAll("td output")].map(sum => sum.value)
}"""
PUT_TOGETHER = """async name => {
    document.querySelector(`input[value$='/${name}.js']`).click()
    document.querySelector("[data-act=make]").click()
    while (!document.querySelector("#set-made h1")) await new Promise(resolve => setTimeout(resolve, 20))
    return [...document.querySelectorAll("#set-made a")].map(link => link.href)
}"""
HERE = "async () => ({ address: location.href, language: document.documentElement.lang })"


@dataclass
class Reader:
    """A page in Chromium that was opened from a folder, and what it asked for."""

    page: Page
    root: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    failed: list[tuple[str, str | None]] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Opens a file of the folder."""
        self.page.goto(f"{self.root}{path}")
        return self.page

    def is_on(self, path: str) -> None:
        """Waits until the reader is on a file of the folder, wherever in it."""
        self.page.wait_for_url(lambda url: unquote(url.partition("#")[0]) == unquote(f"{self.root}{path}"))


def reader_of(folder: Path, browser: Browser, **options: bool) -> Iterator[Reader]:
    """A reader on a phone; in the end nothing was asked for outside the folder, or in vain, or was forbidden."""
    root = f"{folder.as_uri()}/"
    with visits(browser, root) as visit:
        reader = Reader(visit(START, PHONE, **options), root)
        reader.page.on("request", lambda request: reader.asked.append(request.url))
        reader.page.on("console", lambda message: reader.said.append(message.text))
        reader.page.on("requestfailed", lambda request: reader.failed.append((request.url, request.failure)))
        yield reader
    assert [url for url in reader.asked if not url.startswith((root, "data:", "blob:"))] == []
    assert reader.said == []
    # What a reader who goes on does not wait for is not missing.
    assert [each for each in reader.failed if each[1] != "net::ERR_ABORTED"] == []


@pytest.fixture
def reader(folder: Path, browser: Browser) -> Iterator[Reader]:
    """A reader of the folder with all languages."""
    yield from reader_of(folder, browser)


@pytest.fixture
def reader_without_script(folder: Path, browser: Browser) -> Iterator[Reader]:
    """The same without JavaScript."""
    yield from reader_of(folder, browser, java_script_enabled=False)


@pytest.fixture
def reader_of_khmer(sticks: Path, browser: Browser, tmp_path: Path) -> Iterator[Reader]:
    """A reader of the folder with Khmer, and English beside it."""
    yield from reader_of(unpack(sticks / "sse-knowledge-base-km.zip", tmp_path), browser)


def test_the_first_page_leads_into_each_language(reader: Reader) -> None:
    """START-HERE.html names each language by its own name, fits on a phone, and each link opens that language."""
    links = reader.page.locator("a")
    assert links.all_inner_texts() == list(NAMES.values())
    assert not reader.page.evaluate(IS_WIDE)
    for locale, name in NAMES.items():
        reader.open(START).get_by_role("link", name=name).click()
        reader.is_on("index.html" if locale == "en" else f"{locale}/index.html")
        expect(reader.page.locator("article h1")).to_be_visible()


@pytest.mark.parametrize("kind", ["reader", "reader_without_script"])
def test_pages_and_languages_follow_each_other(kind: str, request: pytest.FixtureRequest) -> None:
    """A link in the text, the next page, the switcher: each opens a file of the folder, without JavaScript too."""
    reader: Reader = request.getfixturevalue(kind)
    page = reader.open("km/index.html")
    page.locator("article a[href*='definition']").first.click()
    reader.is_on("km/definition/index.html")
    page.locator(".md-footer__link--next").click()
    reader.is_on("km/principles/index.html")
    page.locator(".kb-languages summary").click()
    page.locator(".kb-languages").get_by_role("link", name=NAMES["lo"]).click()
    reader.is_on("lo/principles/index.html")
    assert page.locator("html").get_attribute("lang") == "lo"


def test_what_the_search_finds_opens(reader: Reader) -> None:
    """A result leads to its page and marks the words there; where nothing is found, the index of terms opens."""
    page = reader.open("km/values/equity/index.html")
    assert ask(page, "សហករណ៍")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    page = reader.open("km/values/equity/index.html")
    assert ask(page, "qqqqqq") == []
    page.locator(".kb-search__hint a").click()
    reader.is_on("km/terms/index.html")


def test_links_in_a_set_lead_on(reader: Reader, folder: Path) -> None:
    """Pages that were put together link to files of the folder, not to folders."""
    links = reader.open("km/seminar/custom-set/index.html").evaluate(PUT_TOGETHER, "values-equity")
    assert_there(links, reader.root, folder)


def assert_there(links: list[str], root: str, folder: Path) -> None:
    """There are links into the folder, and each leads to a file."""
    inside = [unquote(link.removeprefix(root).partition("#")[0]) for link in links if link.startswith("file:")]
    assert len(inside) > 1
    assert [path for path in inside if not (folder / path).is_file()] == []


def test_a_language_alone_offers_itself_and_english(reader_of_khmer: Reader) -> None:
    """The other languages are not in its switcher; it says where the site has more files."""
    page = reader_of_khmer.page
    assert page.locator("a").all_inner_texts() == [NAMES["km"], NAMES["en"]]
    reader_of_khmer.open("km/values/equity/index.html")
    page.locator(".kb-languages summary").click()
    assert page.locator(".kb-languages a").all_inner_texts() == [NAMES["en"], NAMES["km"]]
    reader_of_khmer.open("km/offline/index.html")
    expect(page.locator(".kb-files a")).to_have_attribute("href", "https://sse-knowledge-base.example/km/offline/")


@pytest.mark.skipif(not FONTS.is_dir(), reason="the fonts are not installed: npm ci")
@pytest.mark.parametrize(("path", "family"), [(START, "Letters 0"), ("km/definition/index.html", "Khmer")])
def test_letters_come_to_a_computer_that_lacks_them(
    path: str, family: str, folder: Path, browser: Browser, tmp_path: Path
) -> None:
    """A computer without letters for Khmer takes those that lie in the folder."""
    with device(browser.browser_type, tmp_path, ["th", "lo"]) as poor, visits(poor, f"{folder.as_uri()}/") as visit:
        page = visit(path)
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert [name for name in loaded if family in name] != []


@pytest.fixture(scope="module")
def fox() -> Iterator[Firefox]:
    """A Firefox for the tests of this file."""
    with started() as firefox:
        yield firefox


def click(fox: Firefox, selector: str) -> dict[str, str]:
    """Clicks in Firefox on what can be seen there, and says where that led, in which language."""
    found = fox.tell("WebDriver:FindElement", using="css selector", value=selector)
    fox.tell("WebDriver:ElementClick", id=next(iter(found.values())))
    here: dict[str, str] = fox.run(HERE)
    return here


def test_firefox_reads_from_a_folder_too(fox: Firefox, folder: Path) -> None:
    """First page, a link, the switcher, the search, the worksheet and a set, and nothing from outside the folder."""
    root = f"{folder.as_uri()}/"
    loaded: list[str] = []
    fox.go(f"{root}{START}")
    assert click(fox, "a[href='km/index.html']") == {"address": f"{root}km/index.html", "language": "km"}
    assert click(fox, "article a[href*='definition']")["address"] == f"{root}km/definition/index.html"
    loaded += fox.run(LOADED)
    click(fox, ".kb-languages summary")
    assert click(fox, ".kb-languages a[lang=lo]") == {"address": f"{root}lo/definition/index.html", "language": "lo"}
    assert fox.run(ASK, "ສະຫະກອນ")
    loaded += fox.run(LOADED)
    fox.go(f"{root}lo/seminar/worksheet/index.html")
    assert fox.run(SCORE) == ["8"] * 5
    loaded += fox.run(LOADED)
    fox.go(f"{root}lo/seminar/custom-set/index.html")
    assert_there(fox.run(PUT_TOGETHER, "values-equity"), root, folder)
    loaded += fox.run(LOADED)
    assert any(url.endswith("search/lo.js") for url in loaded)
    assert [url for url in loaded if not url.startswith((root, "data:"))] == []
