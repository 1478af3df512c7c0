"""Weaving: what each step makes of the HTML of a page, and all of them together."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement

from harness import addresses_in, each_case, make_library, read_cases, render, squeeze
from knowledge_base.address import Addresses
from knowledge_base.concept_links import introduce_concept, link_concepts, list_concepts
from knowledge_base.custom_set import offer_choice
from knowledge_base.diagrams import inline_diagrams
from knowledge_base.fragment import parse, serialize
from knowledge_base.glossary import explain_terms
from knowledge_base.handout import introduce_handout
from knowledge_base.keeping.controls import offer_keeping
from knowledge_base.labels import Labels
from knowledge_base.library import Library
from knowledge_base.page import Page
from knowledge_base.passage_links import link_passages
from knowledge_base.progress_table import show_progress
from knowledge_base.reading import read_library
from knowledge_base.recording import mark_reviewed, update_records
from knowledge_base.source_cards import show_source_cards
from knowledge_base.term_table import show_terms
from knowledge_base.weaving import weave
from knowledge_base.worksheet import equip_worksheet

LABELS = Labels()
STEPS: dict[str, Callable[[HtmlElement, Page, Library, Addresses], None]] = {
    "custom_set": lambda root, page, library, addresses: offer_choice(root, page, library, addresses, LABELS),
    "diagrams": lambda root, _, library, __: inline_diagrams(root, library.diagrams, LABELS),
    "explain_terms": lambda root, _, library, __: explain_terms(root, library.glossaries["en"], "../glossary/"),
    "handouts": lambda root, page, library, _: introduce_handout(root, page, library, LABELS),
    "introduce_concept": lambda root, page, library, addresses: introduce_concept(
        root, library.concepts[page.locale, page.path], library, addresses, LABELS
    ),
    "keeping": lambda root, page, _, addresses: offer_keeping(root, page, addresses, LABELS),
    "link_concepts": lambda root, page, library, addresses: link_concepts(root, page, library, addresses, LABELS),
    "link_passages": lambda root, page, library, addresses: link_passages(
        root, library.sources[page.locale, page.path], library, addresses, LABELS
    ),
    "list_concepts": lambda root, page, library, addresses: list_concepts(
        root, next(each for each in library.sets.values() if each.page == page), library, addresses, LABELS
    ),
    "progress": lambda root, page, library, addresses: show_progress(root, page, library, addresses, LABELS),
    "source_cards": lambda root, page, library, _: show_source_cards(root, page, library, LABELS),
    "terms": lambda root, _, library, __: show_terms(root, library.term_bases["id"], LABELS),
    "worksheet": lambda root, _, __, ___: equip_worksheet(root, LABELS),
}
CASES = {
    f"{step}: {sentence}": (step, case)
    for step in STEPS
    for sentence, case in read_cases(f"knowledge_base/cases/weaving/{step}.yml")["cases"].items()
}


@pytest.mark.parametrize(("step", "case"), CASES.values(), ids=CASES)
def test_a_step_changes_the_article(step: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A step adds to the HTML of the page `page.md` what the library knows, and leaves all else as it was."""
    library = make_library(tmp_path, case["pages"])
    page = library.pages["en", case.get("page", "page.md")]
    root = parse(render(page.body))
    STEPS[step](root, page, library, addresses_in(library))
    assert squeeze(serialize(root)) == squeeze(case["article"])


@each_case("knowledge_base/cases/weaving/weave.yml", "cases")
def test_all_steps_together_make_the_page(case: dict[str, Any], tmp_path: Path) -> None:
    """A page gets what belongs to its kind: a source its card and references, others terms, cards and drawings."""
    library = make_library(tmp_path, case["pages"])
    page = library.pages["en", case["page"]]
    article = weave(render(page.body), page, library, addresses_in(library), LABELS)
    assert squeeze(article) == squeeze(case["article"])


def weave_translation(case: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the page in Indonesian becomes after it was recorded, reviewed in part, and changed."""
    docs, key = folder / "docs", ("id", "page.md")
    update_records(docs, make_library(folder, case["before"]).pages, "2026-11-24", "machine")
    for anchor in case.get("reviewed", []):
        assert mark_reviewed(read_library(docs), docs, key, "Budi", "2027-01-15", anchor)[1] == []
    history = case["before"]["page.md"] if case.get("history", True) else ""
    monkeypatch.setattr("knowledge_base.library.text_of", lambda root, blob: history)
    library = make_library(folder, case["after"])
    body = library.as_shown.pages[key].body
    return weave(render(body), library.pages[key], library, addresses_in(library), LABELS)


@each_case("knowledge_base/cases/weaving/translated.yml", "cases")
def test_a_translation_says_how_it_stands(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind a block stands what its English changed since; what was reviewed and what is English is told apart."""
    assert squeeze(weave_translation(case, tmp_path, monkeypatch)) == squeeze(case["article"])


class Told(Labels):
    """Labels that show themselves: each of their words stands in corner brackets."""

    def __call__(self, english: str) -> str:
        return f"\u300c{english}\u300d"


SHOWN = {
    "progress": ("kb-progress__table", "The whole", "Page by page", "What needs a translator", "missing"),
    "terms": ("kb-terms", "Write", "Never", "Key terms"),
    "index": ("kb-index", "Paragraph {number}"),
    "wheel": ("kb-scores", "Print", "Dimension", "Nothing that you write here leaves this device."),
    "custom set": ("kb-set__pages", "Up", "Put together"),
    "keeping": ("kb-keeping", "Go on", "All is here."),
}


@pytest.mark.parametrize("shows", SHOWN)
def test_a_page_shows_what_it_asks_for_in_the_reader_s_words(shows: str, tmp_path: Path) -> None:
    """What the front matter asks for is there, with its words from the catalogue, and nothing else of the kind."""
    pages: dict[str, str | bytes] = {
        "../../mkdocs.yml": "nav: [page.md, sources/a.md]\n",
        "page.md": f"---\nshows: {shows}\n---\n# A\n\n![W](w.svg){{ .kb-wheel }}\n\n## B {{ #statements }}\n",
        "sources/a.md": "---\nsource: { owner: O, title: T }\n---\n# T\n\nWork { #para-1 }\n",
        "glossary.md": "# G\n\nTerm { #t }\n:   Of work.\n",
        "../.translations/en/terms.csv": "term,forms,preferred,allowed,forbidden,status\na,,b,,,S\n",
    }
    library = make_library(tmp_path, pages)
    page = library.pages["en", "page.md"]
    article = weave(render(page.body), page, library, addresses_in(library), Told("en"))
    name, *words = SHOWN[shows]
    assert [each for each, *_ in SHOWN.values() if f'"{each}"' in article or f' {each}"' in article] == [name]
    assert [each for each in words if "{" not in each and f"\u300c{each}\u300d" not in article] == []


@pytest.mark.parametrize("path", ["page.md", "values/one.md", "values/index.md", "sources/a.md", "offline.md"])
def test_every_page_speaks_in_the_reader_s_words(path: str, tmp_path: Path) -> None:
    """Whatever a step adds comes from the catalogue: of our own English nothing is left without it."""
    source = "source: { owner: O, short_owner: O, title: T, number: 1, date: 2022-06-10, address: none, rights: R }"
    note = '!!! editors-note "Q"\n\n    On [p](#para-1): W.\n'
    quotation = "> Work\n>\n> — [O]({}sources/a.md#para-1)\n\n"
    pages: dict[str, str | bytes] = {
        "sources/a.md": f"---\n{source}\n---\n# T\n\nWork\n{{ #para-1 }}\n\n{note}",
        "values/index.md": "---\nset: value\ncount: 1\ncounted_by: O\n---\n# V\n",
        "values/one.md": "---\nkind: value\nnumber: 1\n---\n# W\n\n## X\n\n" + quotation.format("../") + "## Y\n",
        "page.md": "---\nsides: 2\n---\n# Z\n\n" + quotation.format(""),
        "offline.md": "# Z\n\n## Y { #files }\n",
    }
    library = make_library(tmp_path, pages)
    page = library.pages["en", path]
    article = weave(render(page.body), page, library, addresses_in(library), Told("en"))
    words = " ".join(str(text) for text in parse(article).itertext())
    assert "\u300c" in words
    while words != (fewer := re.sub("\u300c[^\u300c\u300d]*\u300d", "", words)):
        words = fewer
    # What is left are the pages' own words, and a month.
    assert set(re.findall(r"[A-Za-z]{2,}", words)) <= {"Work", "On", "June"}
