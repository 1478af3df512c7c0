"""A booklet has its pages in the order in which folded sheets are read."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree
from pypdf import PdfReader

from knowledge_base.printing.imposition import impose
from knowledge_base.printing.pdf import make_pdf
from sample_handout import ADDRESS, PACKAGES, fonts
from vera import find_jar, validate

pytestmark = pytest.mark.skipif(not PACKAGES.is_dir(), reason="the fonts are not installed: npm ci")


def pages(count: int) -> bytes:
    """A PDF of pages that bear their numbers."""
    body = (
        "".join(f'<p style="break-after: page">p{number}</p>' for number in range(1, count))
        + f"<p id='a'><a href='#a'>p{count}</a></p>"
    )
    return make_pdf(f'<html lang="en"><title>A</title>{body}</html>', ["@page { size: A4 }"], fonts("en"), ADDRESS)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, [("", "p1"), ("", "")]),
        (4, [("p4", "p1"), ("p2", "p3")]),
        (6, [("", "p1"), ("p2", ""), ("p6", "p3"), ("p4", "p5")]),
    ],
)
def test_pages_are_in_the_order_for_folding(count: int, expected: list[tuple[str, str]]) -> None:
    """Each side of a sheet has the two pages that lie beside each other there, empty ones where pages run out."""
    sides = list(pypdfium2.PdfDocument(BytesIO(impose(pages(count)))))
    assert [(round(width), round(height)) for width, height in (side.get_size() for side in sides)] == [
        (842, 595)
    ] * len(expected)
    halves = [
        tuple(side.get_textpage().get_text_bounded(left=left, right=left + 421).strip() for left in (0, 421))
        for side in sides
    ]
    assert halves == expected


@pytest.mark.skipif(find_jar() is None, reason="Java is not installed")
def test_sheets_to_fold_are_pictures_of_pages_for_those_who_hear_them(tmp_path: Path) -> None:
    """They are valid PDF/UA-1, have title and language, and each page says which one it is, in reading order."""
    file = tmp_path / "a.pdf"
    file.write_bytes(impose(pages(6), "{page}/{pages}"))
    assert validate(file) == []
    whole: Any = PdfReader(file).root_object
    figures = whole["/StructTreeRoot"]["/K"][0]["/K"]
    assert [figure["/Alt"] for figure in figures] == [f"{number}/6" for number in range(1, 7)]
    assert whole["/Lang"] == "en"


def test_a_booklet_has_no_links() -> None:
    """What cannot be followed on paper is left out."""
    assert all("/Annots" in page for page in PdfReader(BytesIO(pages(1))).pages)
    assert not any(side.get("/Annots") for side in PdfReader(BytesIO(impose(pages(1)))).pages)


def test_the_same_pages_make_the_same_booklet() -> None:
    """The bytes are the same each time."""
    assert impose(pages(5)) == impose(pages(5))


def test_sheets_to_fold_say_what_they_are_in_all_places_that_programs_look_at() -> None:
    """The order of reading is that of the pages, though they lie in another; titles may have any signs."""
    given = make_pdf(
        '<html lang="tl"><title>A & <B></title><p>1</p></html>'.replace("<B>", "&lt;B>"), [], fonts("tl"), ADDRESS
    )
    sheets = PdfReader(BytesIO(impose(given, "{page}/{pages}")))
    whole: Any = sheets.root_object
    tree = whole["/StructTreeRoot"]
    (document,) = tree["/K"]
    assert (tree["/Type"], document["/Type"], document["/S"]) == ("/StructTreeRoot", "/StructElem", "/Document")
    figures = document["/K"]
    assert [(figure["/S"], figure["/Alt"]) for figure in figures] == [("/Figure", "1/1")]
    assert [figure["/Pg"]["/StructParents"] for figure in figures] == [0]
    assert tree["/ParentTree"]["/Nums"][0] == 0
    assert tree["/ParentTree"]["/Nums"][1][0] == figures[0]
    assert whole["/MarkInfo"]["/Marked"]
    assert whole["/ViewerPreferences"]["/DisplayDocTitle"]
    assert whole["/Metadata"]["/Subtype"] == "/XML"
    told = etree.fromstring(whole["/Metadata"].get_data())
    assert "".join(told.itertext()) == "1A & <B>"
    assert sheets.metadata
    assert sheets.metadata.title == "A & <B>"
