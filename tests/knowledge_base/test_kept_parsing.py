"""What pages consist of is kept from one build to the next, and never in the way of what the pages say now."""

from pathlib import Path

import pytest

from harness import make_library
from knowledge_base.kept_parsing import keep
from knowledge_base.page import Page
from knowledge_base.reading import read_library

PAGES: dict[str, str | bytes] = {"a.md": "# A\n\nOne.\n", "b.md": "# B\n"}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of what was parsed of two pages."""
    library = make_library(tmp_path, PAGES)
    assert all(page.blocks for page in library.pages.values())
    keep(library.pages.values(), tmp_path / "kept.pickle")
    return tmp_path / "kept.pickle"


def read(folder: Path, kept: Path) -> dict[str, Page]:
    """The pages by path, read with what was kept."""
    return {path: page for (_, path), page in read_library(folder / "docs", None, kept).pages.items()}


def test_a_page_that_did_not_change_is_not_parsed_again(kept: Path, tmp_path: Path) -> None:
    """Its blocks are there at once, and they are the same."""
    page = read(tmp_path, kept)["a.md"]
    assert page.parsed is not None
    assert [block.text for block in page.blocks] == ["A", "One."]


def test_a_page_that_changed_is_parsed_anew(kept: Path, tmp_path: Path) -> None:
    """Only what stands in the file now counts."""
    (tmp_path / "docs/en/a.md").write_text("# A\n\nTwo.\n", encoding="utf-8")
    pages = read(tmp_path, kept)
    assert (pages["a.md"].parsed, pages["b.md"].parsed is None) == (None, False)
    assert [block.text for block in pages["a.md"].blocks] == ["A", "Two."]


@pytest.mark.parametrize("content", [b"", b"no pickle", b"\x80\x05N.", b"\x80\x05]."])
def test_what_is_broken_is_as_if_it_were_not_there(content: bytes, kept: Path, tmp_path: Path) -> None:
    """A file that another program wrote, or that was cut off, changes nothing."""
    kept.write_bytes(content)
    assert [block.text for block in read(tmp_path, kept)["a.md"].blocks] == ["A", "One."]


def test_nothing_is_written_where_nothing_is_new(kept: Path, tmp_path: Path) -> None:
    """A second build of the same pages leaves the file alone."""
    before = kept.stat().st_mtime_ns
    keep(read(tmp_path, kept).values(), kept)
    assert kept.stat().st_mtime_ns == before
