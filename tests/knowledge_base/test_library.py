"""The library: what a folder of pages holds, and who quotes whom."""

from pathlib import Path

import pytest

from harness import make_library
from knowledge_base.library import Library
from knowledge_base.recording import update_records

QUOTING = "> Work\n>\n> — [Owner](../sources/text.md#{anchor})\n"
CONCEPT = "---\nkind: {kind}\nnumber: {number}\n---\n# {title}\n\n" + QUOTING
PAGES: dict[str, str | bytes] = {
    "sources/text.md": "---\nsource:\n---\nWork\n{ #a }\n\n> Work\n>\n> — [Itself](text.md#a)\n{ #b }\n",
    "values/equity.md": CONCEPT.format(kind="value", number=1, title="Equity", anchor="a"),
    "principles/two.md": CONCEPT.format(kind="principle", number=2, title="Two", anchor="a"),
    "principles/ten.md": CONCEPT.format(kind="principle", number=10, title="Ten", anchor="a"),
    "principles/index.md": "---\nset: principle\ncount: 10\n---\n" + QUOTING.format(anchor="none"),
    "about/us.md": QUOTING.format(anchor="a"),
    "glossary.md": "Work { #work }\n:   What we do.\n",
    "broken.md": "café".encode("latin-1"),
    ".#about.md": "# What an editor leaves behind\n",
    "values/.trash/old.md": "# A hidden folder\n",
    "folder.md/a.txt": "A folder with the name of a page",
    "../.drafts/secret.md": "# A hidden folder beside the locales\n",
    "../readme.md": "# A page of no locale\n",
    "../th/sources/text.md": "---\nsource:\n---\nงาน\n{ #a }\n",
    "../th/values/equity.md": CONCEPT.format(kind="value", number=1, title="ความเสมอภาค", anchor="a"),
    "../assets/images/map.svg": "<svg/>",
    "../assets/images/deep/other.svg": "<svg/>",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with a source, concepts of two kinds, and a second locale."""
    return make_library(tmp_path, PAGES)


def test_the_pages_of_all_locales_are_read(library: Library) -> None:
    """Every page below a locale's folder is in the library, what is hidden left out; an unreadable one is a problem."""
    assert sorted(library.pages) == [
        ("en", "about/us.md"),
        ("en", "glossary.md"),
        ("en", "principles/index.md"),
        ("en", "principles/ten.md"),
        ("en", "principles/two.md"),
        ("en", "sources/text.md"),
        ("en", "values/equity.md"),
        ("th", "sources/text.md"),
        ("th", "values/equity.md"),
    ]
    assert [(problem.path, problem.rule) for problem in library.unreadable] == [("docs/en/broken.md", "encoding")]
    assert library.pages["en", "about/us.md"].file == "docs/en/about/us.md"
    assert library.page_at("th/values/equity.md") == library.pages["th", "values/equity.md"]
    assert library.page_at("th/about/us.md") is None
    assert library.page_at("readme.md") is None


def test_what_is_not_a_page_is_read_as_what_it_is(library: Library) -> None:
    """Sets, glossaries and drawings are found; without a configuration there is no navigation."""
    assert {key: found.count for key, found in library.sets.items()} == {("en", "principle"): 10}
    assert {locale: len(glossary.terms) for locale, glossary in library.glossaries.items()} == {"en": 1}
    assert library.diagrams == {"map.svg": "<svg/>"}
    assert library.navigation is None


def test_concepts_are_in_the_order_of_their_numbers(library: Library) -> None:
    """The concepts of a kind and a locale come by number, and numbers are not compared as texts."""
    assert [concept.title for concept in library.concepts_of("en", "principle")] == ["Two", "Ten"]
    assert [concept.title for concept in library.concepts_of("th", "value")] == ["ความเสมอภาค"]


def test_a_concept_that_a_locale_lacks_is_the_english_one(library: Library) -> None:
    """In a locale without some of the translations, a set still has all its concepts, and its English count."""
    assert [(concept.page.locale, concept.title) for concept in library.concepts_of("th", "principle")] == [
        ("en", "Two"),
        ("en", "Ten"),
    ]
    assert library.set_of("th", "principle") == library.sets["en", "principle"]
    assert library.set_of("th", "demand") is None


def test_a_passage_knows_who_quotes_it(library: Library) -> None:
    """A passage is quoted by concepts, by kind and number, then by other pages, all of its own locale."""
    english = ["principles/two.md", "principles/ten.md", "values/equity.md", "about/us.md"]
    for locale, quoting in (("en", english), ("th", ["values/equity.md"])):
        source = library.sources[locale, "sources/text.md"]
        quotations = library.quotations_of(source, source.passages["a"])
        assert [quotation.page.path for quotation in quotations] == quoting
        assert all(quotation.page.locale == locale for quotation in quotations)
        assert all(library.passage_of(quotation) == source.passages["a"] for quotation in quotations)


def test_a_source_quotes_nobody(library: Library) -> None:
    """A blockquote on a source's own page is the source's words, whatever stands below it."""
    source = library.sources["en", "sources/text.md"]
    assert library.quotations_on(source.page) == ()


def test_a_quotation_can_lead_nowhere(library: Library) -> None:
    """A quotation of a passage that is not there has a source without a passage."""
    (quotation,) = library.quotations_on(library.pages["en", "principles/index.md"])
    assert library.source_of(quotation) == library.sources["en", "sources/text.md"]
    assert library.passage_of(quotation) is None


def test_the_wordings_of_a_concept_stand_in_its_first_section(tmp_path: Path) -> None:
    """What a concept's page quotes before its second section is how the owners word it; the rest is not."""
    quotation = QUOTING.format(anchor="a")
    sections = f"{quotation}\n## One\n\n{quotation}\n### Deeper\n\n{quotation}\n"
    page = f"---\nkind: value\nnumber: 1\n---\n# A\n\n{sections}"
    library = make_library(tmp_path, {"a.md": page, "b.md": f"{page}## Two\n\n{quotation}"})
    for path, all_quotations in (("a.md", 3), ("b.md", 4)):
        concept = library.concepts["en", path]
        assert len(library.quotations_on(concept.page)) == all_quotations
        assert len(library.wordings_of(concept)) == 3


def test_a_drawing_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """A drawing that is no SVG is named with its line, and the other drawings are there all the same."""
    drawings: dict[str, str | bytes] = {
        "../assets/images/good.svg": "<svg/>",
        "../assets/images/bad.svg": "<svg>\n<g></svg>",
    }
    library = make_library(tmp_path, drawings)
    assert list(library.diagrams) == ["good.svg"]
    assert [(problem.path, problem.line) for problem in library.unreadable] == [("docs/assets/images/bad.svg", 2)]


def test_all_that_is_written_in_a_locale_is_at_hand(tmp_path: Path) -> None:
    """Front matter and text of its pages, its labels, the names of its twelve months: no font may lack a letter."""
    catalogue = 'msgid "Owner"\nmsgstr "เจ้าของ"\n'
    library = make_library(tmp_path, PAGES | {"../.translations/th/labels.po": catalogue})
    texts = list(library.texts_in("th"))
    assert len(texts) == 2 * len([path for locale, path in library.pages if locale == "th"]) + 1 + 12
    assert "เจ้าของ" in texts
    assert sum("ความเสมอภาค" in text for text in texts) == 1
    months = texts[-12:]
    assert len(set(months)) == 12
    assert ("มกราคม" in months[0], "ธันวาคม" in months[-1]) == (True, True)


def test_the_english_that_a_unit_was_made_from_is_found_in_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earlier page has it; where the history lacks the page, or the page the unit, there is none."""
    pages: dict[str, str | bytes] = {"a.md": "# A\n\nOne *fish*.\n", "../th/a.md": "# ก\n\nปลา\n"}
    update_records(tmp_path / "docs", make_library(tmp_path, pages).pages, "2026-11-24")
    library = make_library(tmp_path, {"a.md": "# A\n\nTwo fish.\n"})
    page = library.pages["th", "a.md"]
    stale = library.pairs_of(page)[1]
    history = {(tmp_path, stale.standing.blob): pages["a.md"]}
    monkeypatch.setattr("knowledge_base.library.text_of", lambda *asked: history[asked])
    assert library.former_words_of(page, stale) == "One fish."
    unit = library.former_unit(page, stale)
    assert unit
    assert unit.markdown == "One *fish*."
    for text in ("", "# A\n\nThree fish.\n"):
        monkeypatch.setattr("knowledge_base.library.text_of", lambda *_, text=text: text)
        assert library.former_words_of(page, stale) == ""
        assert library.former_unit(page, stale) is None
