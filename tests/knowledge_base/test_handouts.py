"""Handouts: which documents there are, which pages they belong to, and what is said of what is wrong with them."""

from pathlib import Path
from typing import Any

from harness import each_case, make_library
from knowledge_base.labels import Labels
from knowledge_base.library import Library
from knowledge_base.page import Page
from knowledge_base.printing.fonts import Font
from knowledge_base.printing.handouts import names_for, problems_of
from knowledge_base.printing.shop import Printing
from knowledge_base.printing.work import Printed, Report


def printed_pages(library: Library) -> dict[str, Page]:
    """The English pages that are printed, by the handouts' names."""
    return {Path(path).stem: page for (_, path), page in library.pages.items() if "sides" in page.meta}


@each_case("knowledge_base/cases/handouts.yml", "pages")
def test_a_handout_belongs_to_the_pages_that_it_shows(case: dict[str, Any], tmp_path: Path) -> None:
    """A page leads to its own handout, or to those that include it or its set; the seminar's first page to all."""
    library = make_library(tmp_path, case["pages"])
    found = {
        path: names
        for (_, path), page in library.pages.items()
        if (names := names_for(page, library, printed_pages(library)))
    }
    assert found == case["handouts"]


@each_case("knowledge_base/cases/handouts.yml", "faults")
def test_what_is_wrong_with_a_printed_document_is_a_problem(case: dict[str, Any], tmp_path: Path) -> None:
    """Each fault names the page, what is wrong, and what to do."""
    library = make_library(tmp_path, {"seminar/a.md": "---\ntitle: A\nsides: 2\n---\n\n# A\n"})
    file = tmp_path / "a.pdf"
    file.write_bytes(b"x" * case.get("bytes", 1))
    printed = {case.get("name", "a"): Printed(file, None, Report(**case.get("report", {})))}
    fonts = [Font("Ours", 400, "normal", file)]
    found = problems_of(printed, printed_pages(library), fonts)
    assert "\n".join(map(str, found)) == case.get("problems", "").rstrip("\n")


def test_a_page_offers_what_was_printed_of_it(tmp_path: Path) -> None:
    """The handout, and the one with both languages where there is one, with their sizes in KB."""
    library = make_library(tmp_path, {"seminar/a.md": "---\ntitle: A\nsides: 2\n---\n\n# A\n"})
    files = {"a": tmp_path / "a.pdf", "a-bilingual": tmp_path / "b.pdf"}
    for size, file in enumerate(files.values(), start=1):
        file.write_bytes(b"x" * size * 1400)
    page = library.pages["en", "seminar/a.md"]
    whole = Printing({"a": page}, files, ())
    assert [(link.name, link.size) for link in whole.links_for(page, library, Labels())] == [
        ("a", 1),
        ("a-bilingual", 3),
    ]
    assert list(Printing({"a": page}, {}, ()).links_for(page, library, Labels())) == []
