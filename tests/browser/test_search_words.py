"""The words of a search: what is written in several ways is found, what tells words apart is kept."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from harness import PROJECT, TRANSLATIONS, each_case, read_cases

MODULES = PROJECT / "docs" / "assets" / "scripts" / "search"
CASES = "browser/cases/search-words.json"
# Scripts of the site and others, lone halves of letters among them, and the signs that are moved or dropped.
RANDOM = """count => {
    const ranges = [[0x20, 0x7e], [0xc0, 0x24f], [0x300, 0x36f], [0x391, 0x3c9], [0x600, 0x6ff], [0x900, 0x97f],
        [0xe01, 0xe5b], [0xe81, 0xedf], [0xf00, 0xfff], [0x1000, 0x109f], [0x1100, 0x11ff], [0x1780, 0x17f9],
        [0x1e00, 0x1eff], [0x200b, 0x206f], [0x3040, 0x30ff], [0xac00, 0xac50], [0xd800, 0xdfff], [0xf900, 0xfad9],
        [0xfb00, 0xfdff], [0xfe00, 0xfe2f], [0xff00, 0xffdc], [0x10400, 0x1044f], [0x1d400, 0x1d7ff], [0, 0x10ffff]]
    const often = [..."\\u17d2\\u17dd\\u0e40\\u0ec0\\u0e49\\u0e33\\u0e32\\u0eb3\\u0ec9\\u17bb\\u17c1\\u17b8\\u17b6" +
        "\\u17c6\\u17d2\\u200b\\u0301\\u3099\\uff9e\\u0e3a\\u17be\\u1794\\u17a4\\u178a\\u179a\\u03a3\\u03c2"]
    let seed = 1
    const upTo = most => {
        seed = seed * 48271 % 2147483647
        return seed % most
    }
    const pick = list => list[upTo(list.length)]
    return Array.from({ length: count }, () => {
        const two = [pick(ranges), pick(ranges)]
        return Array.from({ length: 1 + upTo(12) }, () => {
            const [first, last] = pick(two)
            return upTo(3) ? String.fromCodePoint(first + upTo(last - first + 1)) : pick(often)
        }).join("")
    })
}"""
# The texts of which the pieces do not make up the text, or the folded pieces not the folded text.
AMISS = """texts => texts.filter(text => {
    const cut = pieces(text)
    return cut.some(([start], at) => start !== (at ? cut[at - 1][1] : 0)) || (cut.length && cut[cut.length - 1][1]) !==
        text.length || cut.map(([, , folded]) => folded).join("") !== fold(text)
}).map(text => [...text].map(letter => letter.codePointAt(0).toString(16)))"""

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Run]:
    """Calls a function of JavaScript, which knows the modules' functions, in the browser."""

    def serve(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name:
            route.fulfill(path=MODULES / name, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page = browser.new_page()
    page.route("http://words.test/**", serve)
    page.goto("http://words.test/")
    page.evaluate("""async () => {
        for (const name of ["folding", "words", "affixes"]) Object.assign(window, await import(`./${name}.js`))
    }""")
    yield page.evaluate
    page.close()


def words_of_roots() -> list[Any]:
    """Each root of the cases with its language and its words."""
    languages = read_cases(CASES)["stems"].items()
    return [
        pytest.param(locale, root, words, id=f"{locale}-{root}")
        for locale, roots in languages
        for root, words in roots.items()
    ]


@each_case(CASES, "alike")
def test_ways_to_write_the_same_meet(case: list[str], run: Run) -> None:
    """However a text is encoded or typed, it folds to the same."""
    folded = run("texts => texts.map(fold)", case)
    assert len(set(folded)) == 1, [[f"{ord(letter):x}" for letter in text] for text in folded]


@each_case(CASES, "apart")
def test_what_differs_stays_apart(case: list[str], run: Run) -> None:
    """Words that differ in a vowel, a tone or a letter fold to different texts."""
    folded = run("texts => texts.map(fold)", case)
    assert len(set(folded)) == len(case), folded


def test_pieces_are_the_folded_text(run: Run) -> None:
    """Whatever a text holds, its pieces follow each other, and folded one by one they are the folded text."""
    assert run(f"() => ({AMISS})(({RANDOM})(40000))") == []


@pytest.mark.parametrize("locale", ["en", *TRANSLATIONS])
def test_a_page_is_cut_into_small_pieces(locale: str, run: Run) -> None:
    """So it is on our pages too, and no piece is longer than a syllable with its signs."""
    text = (PROJECT / "docs" / locale / "sources" / "ilo-resolution.md").read_text(encoding="utf-8")
    assert run(AMISS, [text]) == []
    assert run("text => Math.max(...pieces(text).map(([start, end]) => end - start))", text) <= 8


@pytest.mark.parametrize(
    "sign", ["\u17d2", "\u0e40", "\u0e4d\u0e49", "\u17b6", "\u17d2\u17b6", "\u0301", "ក", "a-", "a'"]
)
def test_a_long_run_of_one_sign_holds_up_nobody(sign: str, run: Run) -> None:
    """Folding and cutting take time by the length of the text, not by its square."""
    took = """text => {
        const start = performance.now()
        fold(text), pieces(text), indexTokens(fold(text), "en")
        return performance.now() - start
    }"""
    assert run(took, sign * 50_000) < 4000


@each_case(CASES, "tokens")
def test_a_text_is_kept_by_its_words(case: dict[str, Any], run: Run) -> None:
    """Words of spaced scripts; the others are looked for as they stand."""
    tokens = run("({ text, locale }) => indexTokens(fold(text), locale)", case)
    assert sorted(tokens) == sorted(case["tokens"])


@each_case(CASES, "queries")
def test_a_query_is_cut_into_words(case: dict[str, Any], run: Run) -> None:
    """What a reader types is cut as the text is."""
    assert run("({ query, locale }) => queryWords(fold(query), locale)", case) == case["words"]


@pytest.mark.parametrize(("locale", "root", "words"), words_of_roots())
def test_a_root_is_among_the_stems(locale: str, root: str, words: list[str], run: Run) -> None:
    """Of each word with affixes, the root is one of a few stems, none shorter than four letters."""
    for word in words:
        stems = run("([word, locale]) => stems(word, locale)", [word, locale])
        assert root in stems, (word, stems)
        assert len(stems) <= 24
        assert min(map(len, stems)) >= 4


@pytest.mark.parametrize(("locale", "root", "words"), words_of_roots())
def test_words_of_one_root_find_each_other(locale: str, root: str, words: list[str], run: Run) -> None:
    """Whichever word of a root is typed, the others and the root itself are found."""
    lost = """([words, locale]) => words.flatMap(query => words.filter(text => {
        const kept = indexTokens(fold(text), locale)
        return !queryWords(fold(query), locale).every(word => word.tokens.some(token => kept.includes(token)))
    }).map(text => [query, text]))"""
    assert run(lost, [[root, *words], locale]) == []


@each_case(CASES, "whole")
def test_a_word_without_affixes_has_no_stems(case: list[str], run: Run, request: pytest.FixtureRequest) -> None:
    """Short words, words that only look so, and words of languages without rules stay whole."""
    locale = request.node.callspec.id
    assert run("([words, locale]) => words.flatMap(word => stems(word, locale))", [case, locale]) == []
