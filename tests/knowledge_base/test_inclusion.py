"""Inclusions: a part of another page stands where a link to it was."""

from pathlib import Path
from typing import Any

from harness import addresses_in, each_case, make_library, render
from knowledge_base.fragment import parse
from knowledge_base.inclusion import Content, include, read_inclusions
from knowledge_base.labels import Labels
from knowledge_base.weaving import weave


@each_case("knowledge_base/cases/inclusions.yml", "articles")
def test_a_part_of_another_page_is_shown(case: dict[str, Any], tmp_path: Path) -> None:
    """The section or the set stands there, without what belongs to its own page, and says where it is from."""
    library = make_library(tmp_path, case["pages"])
    addresses = addresses_in(library)
    contents = {
        path: Content(page, weave(render(page.body), page, library, addresses, Labels()))
        for (_, path), page in library.pages.items()
    }
    page, article = contents["seminar/one.md"]
    found = include(article, page, contents.get, addresses, Labels())
    assert "".join(found.split("\n")) == "".join(case["article"].split("\n"))


@each_case("knowledge_base/cases/inclusions.yml", "reading")
def test_only_a_paragraph_of_its_own_is_an_inclusion(case: dict[str, Any], tmp_path: Path) -> None:
    """A link with the sign inside a sentence, a list or a quotation is none."""
    library = make_library(tmp_path, {"seminar/one.md": case["page"]})
    found = [(each.target, each.anchor, each.line) for each in read_inclusions(library.pages["en", "seminar/one.md"])]
    assert [list(each) for each in found] == case["found"]


def test_what_is_included_in_another_language_says_so(tmp_path: Path) -> None:
    """A part that is not translated comes in English, and is marked; the page itself is in its own language."""
    pages: dict[str, str | bytes] = {
        "a.md": "# A\n\n## X { #x }\n\nWords.\n",
        "../tl/b.md": "# B\n\n[A](a.md#x){ .include }\n",
        "b.md": "# B\n\n[A](a.md#x){ .include }\n",
    }
    library = make_library(tmp_path, pages)
    content = Content(library.pages["en", "a.md"], render(library.pages["en", "a.md"].body))
    for locale, language in (("tl", "en"), ("en", None)):
        page = library.pages[locale, "b.md"]
        found = include(render(page.body), page, lambda path: content, addresses_in(library), Labels())
        assert parse(found).find_class("kb-included")[0].get("lang") == language
