"""The process that prints: what it writes as HTML, what it leaves in the folder, and what it tells of it."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from harness import PROJECT, squeeze
from knowledge_base.printing.fonts import Font, fonts_for
from knowledge_base.printing.order import Order
from knowledge_base.printing.paper import Chapter, Wording
from knowledge_base.printing.press import compose, run
from knowledge_base.printing.work import EXPLAINED

CASES = Path(__file__).parent / "cases"
WORDING = Wording("Our <site>", "Page {page} of {pages}", "On the screen:", "QR code of {address}")
DRAWING = '<svg class="kb-wheel" aria-label="A wheel" viewBox="0 0 9 9"><circle r="3"></circle></svg>'
ONE = Chapter(
    f"<h1>One</h1><ol><li>A</li><li>B</li></ol><p>Draw {DRAWING}</p>", "en", "", "https://kb.example/s/one/", "One"
)
TWO = Chapter("<h1>Two</h1><p>Words</p>", "en", "", "https://kb.example/s/two/", "Two & more")
SATU = Chapter(
    '<h1>Satu</h1><ol><li>C</li><li>D</li></ol><p>Gambar</p><div class="kb-drawing"></div>',
    "id",
    "A draft.",
    "https://kb.example/id/s/one/",
    "Satu",
)
ORDER = Order("All", "en", ((ONE,), (TWO,)), WORDING, ("p { font-size: 11pt }",), (), "https://kb.example/")
ORDERS = {
    "pages": ORDER,
    "booklet": replace(ORDER, folds=True),
    "bilingual": replace(ORDER, title="One – Satu", locale="id", chapters=((ONE, SATU),)),
}
# What the codes and the drawings look like is their own tests' affair.
PICTURES = re.compile(r'src="data:image/svg\+xml[^"]*"')


@pytest.mark.parametrize("name", ORDERS)
def test_a_document_is_written_as_it_should_be(name: str) -> None:
    """Its title, its margins, its chapters with their ends; a booklet its contents; two languages side by side."""
    written = PICTURES.sub('src="…"', compose(ORDERS[name]))
    assert squeeze(written) == squeeze((CASES / f"{name}.html").read_text(encoding="utf-8"))


def run_here(order: Order, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Prints an order in this process, and returns what a process of its own would end with."""
    given = json.dumps({"folder": str(folder), "orders": {"a": order.to_json()}})
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    return run()


def printed(order: Order, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the process tells of an order."""
    assert run_here(order, folder, monkeypatch) == 0
    told: dict[str, Any] = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    return told


FONTS = tuple(fonts_for("en", PROJECT / "node_modules"))
STYLE = "@page { size: A4; margin: 10mm } article + article { break-before: page } img { width: 20mm }"
needs_fonts = pytest.mark.skipif(not (PROJECT / "node_modules").is_dir(), reason="no fonts are installed: npm ci")


@needs_fonts
def test_what_is_printed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report has the number of pages, the size of the smallest letters and the fonts; nothing else lies there."""
    told = printed(replace(ORDER, styles=(STYLE, "li { font-size: 9pt }"), fonts=FONTS), tmp_path, monkeypatch)
    assert told == {"letters": "", "pages": 2, "overruns": [], "fonts": ["Handout Sans"], "smallest": 9.0}
    assert {file.name for file in tmp_path.iterdir()} == {"a.json", "a.pdf"}
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


@needs_fonts
def test_a_booklet_is_printed_on_sheets_to_fold_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheets lie across, with four pages on each; what is too long only on their small pages is told too."""
    long = replace(TWO, article=f"<h1>Two</h1><p>{'wide ' * 16}</p>")
    styles = (STYLE, "p { white-space: nowrap; font-size: 11pt }")
    order = replace(ORDERS["booklet"], chapters=((ONE,), (long,)), styles=styles, fonts=FONTS)
    told = printed(order, tmp_path, monkeypatch)
    assert (told["pages"], [page for page, _ in told["overruns"]]) == (3, [3])
    assert {file.name for file in tmp_path.iterdir()} == {"a.json", "a.pdf", "a-folded.pdf"}
    with pypdfium2.PdfDocument(tmp_path / "a-folded.pdf") as sheets:
        width, height = sheets[0].get_size()
        assert (len(sheets), round(width / 72 * 25.4), round(height / 72 * 25.4)) == (2, 297, 210)


@needs_fonts
def test_letters_that_no_font_has_are_told_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is printed then."""
    strange = replace(ONE, article="<p>z \u1780 \u2192 \u0e81 a</p>")
    told = printed(replace(ORDER, chapters=((strange,),), fonts=FONTS), tmp_path, monkeypatch)
    assert told["letters"] == "\u0e81\u1780\u2192"
    assert not (tmp_path / "a.pdf").exists()


def test_what_stops_it_is_explained_in_its_last_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken font is named with what to do, and the code says so; what nobody can explain is an error."""
    broken = tmp_path / "node_modules" / "broken.ttf"
    broken.parent.mkdir()
    order = replace(ORDER, fonts=(Font("A", 400, "normal", broken),))
    assert run_here(order, tmp_path, monkeypatch) == EXPLAINED
    assert "npm ci" in capsys.readouterr().err.splitlines()[-1]
    monkeypatch.setattr("knowledge_base.printing.press.compose", lambda order: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        printed(ORDER, tmp_path, monkeypatch)
