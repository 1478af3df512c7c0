"""The real site: twenty concepts, each owner's count as the owner counts, every concept with its passages."""

import json
from collections import Counter

from harness import PROJECT, Built
from knowledge_base.reading import read_library

FOLDERS = {"principle": "principles", "value": "values", "dimension": "dimensions", "demand": "call"}
LIBRARY = read_library(PROJECT / "docs", PROJECT / "mkdocs.yml")


def test_there_are_twenty_concepts() -> None:
    """There are four principles, seven values, five dimensions and four demands."""
    counted = Counter(concept.kind for (locale, _), concept in LIBRARY.concepts.items() if locale == "en")
    assert counted == {"principle": 4, "value": 7, "dimension": 5, "demand": 4}


def test_each_owner_counts_for_itself() -> None:
    """The ILO's sentence names four principles and six values; WIEGO's reading numbers four and seven."""
    named: dict[tuple[str, str], set[str]] = {}
    for concept in LIBRARY.concepts_of("en", "principle") + LIBRARY.concepts_of("en", "value"):
        for quotation in LIBRARY.wordings_of(concept):
            source = LIBRARY.source_of(quotation)
            assert source
            numbered = quotation.anchor == f"{concept.kind}-{concept.number}"
            words = quotation.anchor if numbered else " ".join(quotation.words)
            named.setdefault((source.bibliography.short_owner, concept.kind), set()).add(words)
    ilo, wiego = named["ILO", "principle"], named["WIEGO", "principle"]
    assert (len(ilo), len(wiego), len(named["ILO", "value"])) == (4, 4, 6)
    assert {f"value-{number}" for number in range(1, 8)} <= named["WIEGO", "value"]
    assert {f"principle-{number}" for number in range(1, 5)} == wiego


def test_a_set_lists_its_concepts_with_each_owners_wording(site: Built) -> None:
    """A set's page lists its concepts by number, each linked, each with the owners' own words."""
    for kind, folder in FOLDERS.items():
        entries = site.article(folder + "/").find_class("kb-glance")[0].findall("li")
        concepts = LIBRARY.concepts_of("en", kind)
        assert [entry.get("value") for entry in entries] == [str(concept.number) for concept in concepts]
        for entry, concept in zip(entries, concepts, strict=True):
            assert entry.findtext("a") == concept.title
            for quotation in LIBRARY.wordings_of(concept)[:1]:
                assert " ".join(quotation.words) in entry.text_content()


def test_a_concept_has_the_sections_that_a_seminar_needs() -> None:
    """Every concept has what the sources say, plain words, practice, three to five questions, and related concepts."""
    for (_, path), concept in LIBRARY.as_shown.concepts.items():
        blocks = concept.page.blocks
        assert [block.anchor for block in blocks if block.level == 2][:5] == [
            "sources", "plain-words", "practice", "questions", "related",
        ], path  # fmt: skip
        anchors = [block.anchor for block in blocks]
        start, end = anchors.index("questions"), anchors.index("related")
        assert 3 <= sum(block.kind == "item" for block in blocks[start:end]) <= 5, path
        assert any(block.links for block in blocks[end:]), path


def test_every_page_describes_itself_to_machines(site: Built) -> None:
    """Every page carries one piece of structured data in the words of schema.org, with its language and address."""
    types: Counter[str] = Counter()
    for locale, path in LIBRARY.pages:
        below = path.removesuffix("index.md").removesuffix(".md")
        here = ("" if locale == "en" else f"{locale}/") + (f"{below.rstrip('/')}/" if below else "")
        scripts = site.page(here).xpath("//script[@type='application/ld+json']")
        data = [json.loads(script.text or "") for script in scripts]
        assert len(data) == 1, here
        assert data[0]["@context"] == "https://schema.org"
        assert data[0]["inLanguage"] == site.page(here).get("lang")
        assert data[0]["url"].endswith(f".example/{here}")
        types[data[0]["@type"]] += 1
    assert (types["DefinedTerm"], types["CreativeWork"]) == (len(LIBRARY.concepts), len(LIBRARY.sources))
