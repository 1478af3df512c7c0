"""The index of terms: who is in it, under which letter, and where each entry leads."""

from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from harness import addresses_in, each_case, make_library
from knowledge_base.fragment import build
from knowledge_base.labels import Labels
from knowledge_base.page import Page
from knowledge_base.term_index import show_index

THAI = Labels("th", {"Principle {number}": "หลักการที่ {number}"})


def index_of(folder: Path, pages: dict[str, str], locale: str = "en") -> HtmlElement:
    """The index of a library of these pages, as it stands on a page "terms.md"."""
    navigation = "".join(f"  - {path}\n" for path in pages if not path.startswith("../"))
    library = make_library(folder, {"../../mkdocs.yml": f"nav:\n{navigation}", **pages})
    here = Page(locale, "terms.md", f"docs/{locale}/terms.md", {}, "", "", 1)
    root = build("div")
    show_index(root, here, library, addresses_in(library), THAI if locale == "th" else Labels())
    return root


def written(element: HtmlElement) -> str:
    """What is written there, each link with its address behind it, and before what is in another language that."""
    inner = (element.text or "") + "".join(written(child) + (child.tail or "") for child in element)
    language, href = element.get("lang"), element.get("href")
    return (f"{language}: " if language else "") + inner.replace("\u00a0", " ") + (f" ({href})" if href else "")


@each_case("knowledge_base/cases/term_index.yml", "cases")
def test_an_entry_leads_to_its_places(case: dict[str, Any], tmp_path: Path) -> None:
    """Each of these entries has these places in this order and no other."""
    root = index_of(tmp_path, case["pages"], case.get("locale", "en"))
    found = {written(name): [written(place) for place in name.itersiblings("dd")] for name in root.iter("dt")}
    assert {name: found.get(name) for name in case["entries"]} == case["entries"]


def test_a_page_outside_the_navigation_ends_nothing(tmp_path: Path) -> None:
    """A rule says that it is missing there; the index has its terms all the same."""
    pages = {"glossary.md": "Union\n:   It.\n", "../../mkdocs.yml": "nav:\n  - index.md\n"}
    assert [name.text_content() for name in index_of(tmp_path, pages).iter("dt")] == ["Union"]


def test_entries_stand_under_their_letters(tmp_path: Path) -> None:
    """Above the index are its letters, each a link to the heading above the entries that begin with it."""
    names = ("Đò", "álamo", "ขอ", "93")
    line, index = index_of(tmp_path, {"glossary.md": "".join(f"{name}\n:   It.\n\n" for name in names)}, "th")
    letters = [(link.text, link.get("href")) for link in line]
    assert letters == [(heading.text, f"#{heading.get('id')}") for heading in index.iter("h2")]
    under = {
        heading.get("id"): [name.text for name in next(heading.itersiblings()).iter("dt")]
        for heading in index.iter("h2")
    }
    assert under == {"letter-other": ["93"], "letter-a": ["álamo"], "letter-d": ["Đò"], "letter-u0e02": ["ขอ"]}
