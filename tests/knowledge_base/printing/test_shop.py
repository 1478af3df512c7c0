"""The print shop: what is ordered for a language, and what its pages offer of what was printed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from harness import addresses_in, make_library, write_pages
from knowledge_base.inclusion import Content
from knowledge_base.labels import Labels
from knowledge_base.library import Library
from knowledge_base.printing import shop
from knowledge_base.printing.fonts import fonts_for
from knowledge_base.printing.order import Order
from knowledge_base.printing.shop import STYLES, Printing, print_language
from knowledge_base.printing.work import CannotPrint, Printed, Report

LABELS = Labels(
    "id",
    {"Page {page} of {pages}": "Halaman {page} dari {pages}", "Seminar": "Lokakarya", "This page on the screen:": "L"},
)
PAGES: dict[str, str | bytes] = {
    "../../mkdocs.yml": "nav: [seminar/index.md, seminar/two.md, seminar/one.md, values/index.md]\n",
    "seminar/index.md": "---\ntitle: Seminar\n---\n# Seminar\n",
    "seminar/one.md": "---\ntitle: One\nsides: 2\n---\n# One\n\n[Values](../values/index.md){ .include }\n",
    "seminar/two.md": "---\ntitle: Two\nsides: 1\n---\n# Two\n",
    "values/index.md": "---\ntitle: Values\nset: value\ncount: 0\ncounted_by: O\n---\n# Values\n\nWords.\n",
    "../id/seminar/one.md": "---\ntitle: Satu\n---\n# Satu\n\n[Nilai](../values/index.md){ .include }\n",
    "../id/values/index.md": "---\ntitle: Nilai\n---\n# Nilai\n",
}


@pytest.fixture
def ordered(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the shop orders; nothing is printed, but a PDF of one page lies there for each order."""
    told: dict[str, Any] = {}

    def take(orders: Mapping[str, Order], folder: Path, cores: int) -> dict[str, Printed]:
        told.update(orders=dict(orders), folder=folder, cores=cores)
        folder.mkdir(parents=True)
        for name in orders:
            (folder / f"{name}.pdf").write_bytes(b"%PDF-")
        return {name: Printed(folder / f"{name}.pdf", None, Report(pages=2)) for name in orders}

    monkeypatch.setattr(shop, "print_all", take)
    return told


def make(folder: Path) -> Library:
    """A project with a seminar, its styles and its fonts."""
    write_pages(folder / "docs/assets/styles", {f"{name}.css": f"/* {name} */" for name in STYLES})
    fonts = fonts_for("id", folder / "node_modules")
    write_pages(folder, {font.file.relative_to(folder).as_posix(): b"font" for font in fonts})
    return make_library(folder, PAGES)


def contents(library: Library, locale: str) -> dict[str, Content]:
    """The articles of a locale, or the English ones where it has none; not in the order of the navigation."""
    pages = {
        path: library.pages.get((locale, path)) or page for (own, path), page in library.pages.items() if own == "en"
    }
    return {path: Content(page, f"<h1>{page.title}</h1>") for path, page in pages.items()}


def run(folder: Path, labels: Labels, english: bool = True) -> Printing:
    """Orders the handouts of a language."""
    library = make(folder)
    ours = contents(library, labels.locale)
    theirs = contents(library, "en") if english else {}
    return print_language("Our site", ours, theirs, library, addresses_in(library), labels, folder, 3)


def test_each_page_in_a_language_is_ordered_beside_the_english_and_in_a_booklet(
    tmp_path: Path, ordered: dict[str, Any]
) -> None:
    """What is not translated is not printed; a translation says what it and all that it includes is."""
    printing = run(tmp_path, LABELS)
    orders: dict[str, Order] = ordered["orders"]
    assert list(orders) == ["one", "one-bilingual", "booklet"]
    assert [order.title for order in orders.values()] == ["Satu", "One – Satu", "Our site: Lokakarya"]
    assert [order.folds for order in orders.values()] == [False, False, True]
    (english, ours) = orders["one-bilingual"].chapters[0]
    assert (english.locale, english.title, english.article, english.state) == ("en", "One", "<h1>One</h1>", "")
    assert (ours.locale, ours.title, ours.article) == ("id", "Satu", "<h1>Satu</h1>")
    assert ours.address == "https://kb.example/seminar/one/"
    # The page itself is whole, but of what it includes a paragraph is missing.
    assert "In the marked places" in ours.state
    assert ". " in ours.state
    assert orders["one"].chapters == ((ours,),)
    assert (ordered["folder"], ordered["cores"]) == (tmp_path / ".cache/handouts", 3)
    assert list(printing.pages) == ["one"]
    assert printing.files == {name: tmp_path / f".cache/handouts/{name}.pdf" for name in orders}


def test_an_order_has_all_that_a_document_is_made_with(tmp_path: Path, ordered: dict[str, Any]) -> None:
    """The words for the paper in the reader's language, the styles in their order, the fonts, the site's address."""
    run(tmp_path, LABELS)
    order: Order = ordered["orders"]["one"]
    assert (order.locale, order.address) == ("id", "https://kb.example/")
    assert (order.wording.site, order.wording.page_of) == ("Our site", "Halaman {page} dari {pages}")
    assert (order.wording.on_screen, order.wording.qr) == ("L", "QR code of the address {address}")
    assert order.styles == tuple(f"/* {name} */" for name in STYLES)
    assert order.fonts == tuple(fonts_for("id", tmp_path / "node_modules"))


def test_english_pages_are_ordered_in_the_order_of_the_navigation(tmp_path: Path, ordered: dict[str, Any]) -> None:
    """They stand alone and say nothing of themselves; a page with too many sides is a problem of its file."""
    printing = run(tmp_path, Labels(), english=False)
    orders: dict[str, Order] = ordered["orders"]
    assert list(orders) == ["two", "one", "booklet"]
    assert [each.title for (each,) in orders["booklet"].chapters] == ["Two", "One"]
    assert {each.state for (each,) in orders["booklet"].chapters} == {""}
    assert [problem.path for problem in printing.problems] == ["docs/en/seminar/two.md"]


def test_a_language_without_handouts_is_not_printed(tmp_path: Path, ordered: dict[str, Any]) -> None:
    """Nothing is ordered where no page is translated."""
    assert run(tmp_path, Labels("tl")) == Printing({}, {}, ())
    assert ordered == {}


def test_without_its_fonts_nothing_is_printed(tmp_path: Path, ordered: dict[str, Any]) -> None:
    """The message names the file below the project's folder, and how to install it."""
    make(tmp_path)
    missing = fonts_for("id", tmp_path / "node_modules")[1].file
    missing.unlink()
    library = make_library(tmp_path, PAGES)
    with pytest.raises(CannotPrint, match=f"no font {missing.relative_to(tmp_path).as_posix()}.*npm ci"):
        print_language("A", contents(library, "id"), {}, library, addresses_in(library), LABELS, tmp_path, 1)
    assert ordered == {}


def test_pages_offer_what_was_printed(tmp_path: Path) -> None:
    """A session its handouts, a page that it shows the session, the seminar's first page all and the booklet."""
    library = make(tmp_path)
    pages = {name: library.pages["en", f"seminar/{name}.md"] for name in ("two", "one")}
    files = {name: tmp_path / f"{name}.pdf" for name in (*pages, "one-bilingual", "booklet", "booklet-folded")}
    for size, file in enumerate(files.values(), start=1):
        file.write_bytes(b"x" * (size * 1000 - 900))
    printing = Printing(pages, files, ())
    offers = {
        path: [tuple(link) for link in printing.links_for(library.pages["en", path], library, Labels())]
        for path in ("seminar/one.md", "values/index.md", "seminar/index.md")
    }
    assert offers == {
        "seminar/one.md": [
            ("one", "This page as a handout", 1),
            ("one-bilingual", "This handout beside the English", 2),
        ],
        "values/index.md": [("one", "One", 1)],
        "seminar/index.md": [
            ("two", "Two", 1),
            ("one", "One", 1),
            ("booklet", "All sessions in one booklet", 3),
            ("booklet-folded", "The booklet to fold, A5", 4),
        ],
    }
