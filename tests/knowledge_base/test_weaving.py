"""Weaving: what each step makes of the HTML of a page, and all of them together."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement

from harness import addresses_in, each_case, make_library, read_cases, render
from knowledge_base.address import Addresses
from knowledge_base.concept_links import introduce_concept, link_concepts, list_concepts
from knowledge_base.diagrams import inline_diagrams
from knowledge_base.fragment import parse, serialize
from knowledge_base.glossary import explain_terms
from knowledge_base.labels import Labels
from knowledge_base.library import Library
from knowledge_base.page import Page
from knowledge_base.passage_links import link_passages
from knowledge_base.source_cards import show_source_cards
from knowledge_base.weaving import weave

HEADERLINK = re.compile(r'<a class="headerlink"[^>]*></a>')
LABELS = Labels()
STEPS: dict[str, Callable[[HtmlElement, Page, Library, Addresses], None]] = {
    "diagrams": lambda root, _, library, __: inline_diagrams(root, library.diagrams, LABELS),
    "explain_terms": lambda root, _, library, __: explain_terms(root, library.glossaries["en"], "../glossary/"),
    "introduce_concept": lambda root, page, library, addresses: introduce_concept(
        root, library.concepts[page.locale, page.path], library, addresses, LABELS
    ),
    "link_concepts": lambda root, page, library, addresses: link_concepts(root, page, library, addresses, LABELS),
    "link_passages": lambda root, page, library, addresses: link_passages(
        root, library.sources[page.locale, page.path], library, addresses, LABELS
    ),
    "list_concepts": lambda root, page, library, addresses: list_concepts(
        root, next(each for each in library.sets.values() if each.page == page), library, addresses, LABELS
    ),
    "source_cards": lambda root, page, library, _: show_source_cards(root, page, library, LABELS),
}
CASES = {
    f"{step}: {sentence}": (step, case)
    for step in STEPS
    for sentence, case in read_cases(f"knowledge_base/cases/weaving/{step}.yml")["cases"].items()
}


def squeeze(article: str) -> str:
    """HTML without headings' own links, and without the line ends and the indentation that only serve its reader."""
    return "".join(line.strip() for line in HEADERLINK.sub("", article).splitlines())


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
