"""The print shop: what is printed once is kept; what cannot be printed is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness import PROJECT
from knowledge_base.mishap import Mishap
from knowledge_base.printing.fonts import fonts_for
from knowledge_base.printing.handouts import Desk, files_of, orders_of
from knowledge_base.printing.order import Order, read_order
from knowledge_base.printing.paper import Chapter, Wording
from knowledge_base.printing.work import CannotPrint, print_all

WORDING = Wording("Site", "Page {page} of {pages}", "On the screen:", "QR code of {address}")
ADDRESS = "https://kb.example/"
pytestmark = pytest.mark.skipif(not (PROJECT / "node_modules").is_dir(), reason="the fonts are not installed: npm ci")


def order(*articles: str, locale: str = "km", folds: bool = False) -> Order:
    """An order for a document of these articles."""
    chapters = tuple((Chapter(article, locale, "", f"{ADDRESS}a/", "A"),) for article in articles)
    fonts = tuple(fonts_for(locale, PROJECT / "node_modules"))
    return Order("A", locale, chapters, WORDING, ("body { font-size: 11pt }",), fonts, ADDRESS, folds)


def times(folder: Path) -> dict[str, int]:
    """When each PDF was written."""
    return {file.name: file.stat().st_mtime_ns for file in folder.glob("*.pdf")}


def test_only_what_changed_is_printed_again(tmp_path: Path) -> None:
    """A second run prints nothing; after a change of one article that document alone is new."""
    orders = {"one": order("<h1>One</h1>"), "two": order("<h1>Two</h1>"), "both": order("<h1>One</h1>", "<h1>Two</h1>")}
    first = print_all(orders, tmp_path, 2)
    before = times(tmp_path)
    assert print_all(orders, tmp_path, 2) == first
    assert times(tmp_path) == before
    second = print_all(orders | {"two": order("<h1>Two and more</h1>")}, tmp_path, 1)
    assert times(tmp_path).keys() - before.keys() == {second["two"].file.name}


def test_an_order_survives_the_way_to_another_process() -> None:
    """What the printing process reads is what was ordered."""
    given = order("<h1>ផ្ទះ</h1>", folds=True)
    assert read_order(given.to_json()) == given


def test_a_language_without_handouts_orders_nothing() -> None:
    """A language that begins has no page to print yet: no booklet either."""
    desk = Desk("id", WORDING, (), (), ADDRESS)
    assert orders_of(desk, {}, {}, "All sessions") == {}
    assert files_of({}) == {}


def test_what_goes_in_changes_the_name() -> None:
    """Another word, style, address or font: another document."""
    given = order("<h1>One</h1>")
    others = [
        order("<h1>Two</h1>"),
        replace(given, styles=("body { color: red }",)),
        replace(given, address="https://other.example/"),
        replace(given, fonts=given.fonts[:1]),
        replace(given, folds=True),
    ]
    assert len({each.key() for each in [given, *others]}) == 6


def test_a_letter_that_no_font_has_is_told_and_not_printed(tmp_path: Path) -> None:
    """The report names the letter; there is no PDF with a box or a stranger's letter in it."""
    printed = print_all({"a": order("<p>a → b</p>")}, tmp_path, 1)["a"]
    assert printed.report.letters == "→"
    assert not printed.file.exists()


def test_a_line_that_runs_over_the_edge_is_told(tmp_path: Path) -> None:
    """The report has the line, and the page that it is on."""
    report = print_all({"a": order(f"<p>{'x' * 200}</p>", locale="en")}, tmp_path, 1)["a"].report
    assert [(page, text[:3]) for page, text in report.overruns] == [(1, "xxx")]


def test_a_printing_process_ends_without_putting_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done after the last document: to unload what draws text while its threads run would be a crash."""
    (tmp_path / "sitecustomize.py").write_text("import atexit, os; atexit.register(os.abort)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert print_all({"a": order("<h1>One</h1>")}, tmp_path / "printed", 1)["a"].file.is_file()


def put_in_place_of_weasyprint(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The printing process finds a WeasyPrint that runs this when it is loaded."""
    stub = folder / "stub" / "weasyprint"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(stub.parent))


def test_without_pango_it_is_said_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library that draws text is missing, the message has the command, and nothing is left half done."""
    put_in_place_of_weasyprint("raise OSError('cannot load library libpango')", tmp_path, monkeypatch)
    with pytest.raises(CannotPrint, match="apt-get install libpango"):
        print_all({"a": order("<h1>One</h1>")}, tmp_path / "printed", 1)
    assert list((tmp_path / "printed").iterdir()) == []


def test_a_printing_process_that_dies_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stops it, the build stops too, and says why."""
    put_in_place_of_weasyprint("raise MemoryError('no room')", tmp_path, monkeypatch)
    with pytest.raises(RuntimeError, match="no room"):
        print_all({"a": order("<h1>One</h1>")}, tmp_path / "printed", 1)


def test_a_printing_process_that_is_ended_is_told_by_the_signal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the system took its memory or a library crashed is to be seen."""
    put_in_place_of_weasyprint("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", tmp_path, monkeypatch)
    with pytest.raises(Mishap, match="SIGKILL"):
        print_all({"a": order("<h1>One</h1>")}, tmp_path / "printed", 1)
