"""The index of terms on paper: as at the back of a book, no letter and no word is torn from what stands below it."""

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pytest

from visitor import Visit


class Line(NamedTuple):
    """A line of text on a sheet of paper: which sheet, how far from its left edge and its foot, the words."""

    sheet: int
    left: float
    bottom: float
    words: str


def lines_of(pdf: bytes) -> Iterator[Line]:
    """The lines on all sheets, in points."""
    for number, sheet in enumerate(pypdfium2.PdfDocument(pdf)):
        text, start = sheet.get_textpage(), 0
        for words in text.get_text_range().split("\r\n"):
            if words.strip():
                left, bottom, *_ = text.get_charbox(start, loose=True)
                yield Line(number, left, bottom, words.strip())
            start += len(words) + 2


@pytest.mark.parametrize("path", ["terms/", "vi/terms/"])
def test_on_paper_nothing_is_torn_from_its_first_place(visit: Visit, path: str) -> None:
    """In two columns each letter is printed once, and no letter and no word is the last line of a column."""
    page = visit(path)
    letters = page.locator(".kb-index h2").all_inner_texts()
    lines = list(lines_of(page.pdf(prefer_css_page_size=True)))
    heads = [line for line in lines if line.words in letters]
    assert [line.words for line in heads] == letters
    columns = {round(line.left) for line in heads}
    assert len(columns) == 2
    # Letters and words begin at the edge of a column, places further in.
    for head in (line for line in lines if round(line.left) in columns):
        column = [line for line in lines if line.sheet == head.sheet and 0 <= line.left - head.left < 15]
        assert any(line.bottom < head.bottom for line in column), head
