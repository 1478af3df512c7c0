"""Three repairs of the tags that WeasyPrint 70.0 writes, until it writes them itself.

Text: a PDF holds glyphs, and a glyph stands for one letter. Thai, Khmer and Lao letters are drawn in another order, in
parts or joined, and so are Vietnamese ones with a dot below, so that what is copied or read aloud is not what was
written. Each line of text says its own text.
Lists: PDF/UA wants a list item to hold its label and one body and nothing else.
Links: WeasyPrint makes what is emphasised inside a link a link of its own, which is not tagged as one.

They touch what WeasyPrint keeps to itself, in the document at hand only: its version is pinned, and the tests show
that each repair is still needed.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from .line_breaks import ZERO_WIDTH_SPACE

# After these a line may end without a space.
JOINTS = (ZERO_WIDTH_SPACE, "-", "\u00ad", "\u2010", "–", "—", "/")


def say_text(document: Any) -> None:
    """Makes each line of text in a rendered document say its text and, if it is not the document's, its language.

    To be called once, before the document is written.
    """
    for page in document.pages:
        page.paint = _painting(page, document.metadata.lang)


def _painting(page: Any, language: str | None) -> Callable[..., None]:
    """The page's own way to paint itself, after which the marks in the stream are completed."""
    paint = page.paint

    def paint_and_say(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        # Only now, before the tags are made, it is known which mark belongs to which text.
        marked = {mark["mcid"]: box for box, mark in stream._tags.items()}
        ends = set(_line_ends(page._page_box))
        for properties in (item for item in stream.stream if isinstance(item, pydyf.Dictionary) and "MCID" in item):
            box = marked[properties["MCID"]]
            if isinstance(box, boxes.TextBox):
                properties["ActualText"] = pydyf.String(_spoken(box.text, ends_line=box in ends))
                if box.style["lang"] and box.style["lang"] != language:
                    properties["Lang"] = pydyf.String(box.style["lang"])

    return paint_and_say


def _line_ends(box: Any) -> Iterator[Any]:
    """The last text of each line in a box."""
    box = getattr(box, "_box", box)  # a placeholder, of a box that is positioned elsewhere
    if isinstance(box, boxes.LineBox):
        texts = [child for child in box.descendants() if isinstance(child, boxes.TextBox)]
        yield from texts[-1:]
    for child in getattr(box, "children", ()):
        yield from _line_ends(child)


def _spoken(text: str, *, ends_line: bool) -> str:
    """The text as it was written: without marks for breaks, and with the space that the end of a line took away."""
    space = " " if ends_line and not text.endswith(JOINTS) else ""
    return text.replace(ZERO_WIDTH_SPACE, "") + space


def keep_outer_links(document: Any) -> None:
    """Leaves of the links in a rendered document those of the link elements: they span what stands inside them."""
    for page in document.pages:
        page.links = [(kind, target, area, box) for kind, target, area, box in page.links if box.link]


def complete_lists(pdf: Any) -> None:
    """Puts all that a list item holds, the lists inside it too, into one body, in a PDF that is not yet written."""
    elements = [
        item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"
    ]
    for outer in (element for element in elements if element["S"] == "/L"):
        _return_lists(outer, pdf)
    for item in (element for element in elements if element["S"] == "/LI"):
        _join_body(item, pdf)


def _return_lists(outer: Any, pdf: Any) -> None:
    """Puts lists that stand behind a list item, as WeasyPrint has it, back to where they were in that item."""
    item = None
    for kid in list(outer["K"]):
        element = _element(kid, pdf)
        if element["S"] == "/LI":
            item = element
        elif element["S"] == "/L" and item is not None:
            outer["K"].remove(kid)
            first = min(_marks(kid, pdf), default=0)
            # Marks are numbered as the page is drawn, which is the order of the text.
            before = [other for other in item["K"] if min(_marks(other, pdf), default=0) < first]
            item["K"].insert(item["K"].index(before[-1]) + 1 if before else 0, kid)
            element["P"] = item.reference


def _join_body(item: Any, pdf: Any) -> None:
    labels = [kid for kid in item["K"] if _element(kid, pdf)["S"] == "/Lbl"]
    rest = [kid for kid in item["K"] if kid not in labels]
    kinds = [_element(kid, pdf)["S"] for kid in rest]
    if not rest or kinds == ["/LBody"]:
        return
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(rest), "Pg": item["Pg"]})
    body["P"] = item.reference
    pdf.add_object(body)
    item["K"] = pydyf.Array([*labels, body.reference])
    for kid, kind in zip(rest, kinds, strict=True):
        element = _element(kid, pdf)
        element["P"] = body.reference
        if kind == "/LBody":
            element["S"] = "/NonStruct"


def _element(reference: bytes, pdf: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _marks(kid: bytes | int, pdf: Any) -> Iterator[int]:
    """The numbers of the marks inside an element."""
    if isinstance(kid, int):
        yield kid
    else:
        for inner in _element(kid, pdf).get("K", ()):
            yield from _marks(inner, pdf)
