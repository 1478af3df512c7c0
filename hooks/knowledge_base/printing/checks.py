"""What eyes miss in a document that is laid out: lines that run over the edge."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

# In a CSS pixel.
POINTS = 0.75
# Rounding, in CSS pixels.
TOLERANCE = 0.5


class Overrun(NamedTuple):
    """A line that runs over the edge: the number of its page, and its text."""

    page: int
    text: str


def lines_over_the_edge(document: Any) -> list[Overrun]:
    """The lines whose text passes the right edge of what holds them, the page inside its margins or a table cell."""
    return [
        Overrun(number, text)
        for number, page in enumerate(document.pages, start=1)
        for text in _overruns(page._page_box, page._page_box.content_box_x() + page._page_box.width)
    ]


def smallest_type(document: Any) -> float:
    """The size of the smallest letters in the document, in points."""
    texts = (
        box
        for page in document.pages
        for box in page._page_box.descendants()
        if isinstance(box, boxes.TextBox) and box.text.strip()
    )
    return min((float(text.style["font_size"]) for text in texts), default=0) * POINTS


def count_pages(document: Any) -> int:
    """How many pages the document has."""
    return len(document.pages)


def _overruns(box: Any, edge: float) -> Iterator[str]:
    box = getattr(box, "_box", box)  # a placeholder, of a box that is positioned elsewhere
    if isinstance(box, boxes.MarginBox):
        return
    if isinstance(box, boxes.TableCellBox):
        edge = min(edge, box.content_box_x() + box.width)
    if isinstance(box, boxes.LineBox):
        texts = [child for child in box.descendants() if isinstance(child, boxes.TextBox)]
        if any(text.position_x + text.width > edge + TOLERANCE for text in texts):
            yield "".join(text.text for text in texts)
    for child in getattr(box, "children", ()):
        yield from _overruns(child, edge)
