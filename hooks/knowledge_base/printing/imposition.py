"""A booklet: pages of A4, two on each side of a sheet, in the order in which the folded sheets are read."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PaperSize, PdfReader, PdfWriter, Transformation

SHORT, LONG = PaperSize.A4.width, PaperSize.A4.height


def impose(pdf: bytes) -> bytes:
    """The pages of a PDF on sheets of A4, to be printed on both sides, turned over the short edge, folded and stapled.

    Empty pages follow the last one until the sheets are full. The result is for paper: it has no tags.
    """
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter()
    if reader.metadata and reader.metadata.title:
        writer.add_metadata({"/Title": reader.metadata.title})
    for pair in _pairs(len(reader.pages)):
        side = PageObject.create_blank_page(width=LONG, height=SHORT)
        for place, number in enumerate(pair):
            if number < len(reader.pages):
                _put(reader.pages[number], side, place)
        writer.add_page(side).compress_content_streams()
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """The pages, counted from 0, on the left and on the right of each side of the sheets."""
    full = -(-count // 4) * 4
    for side in range(full // 2):
        outer, inner = full - 1 - side, side
        yield (outer, inner) if side % 2 == 0 else (inner, outer)


def _put(page: PageObject, side: PageObject, place: int) -> None:
    """Draws a page on the left (0) or right (1) half of a side, as large as fits, in the middle."""
    width, height = LONG / 2, float(SHORT)
    # Nobody follows a link on paper, and the places that links name are gone.
    page.pop("/Annots", None)
    box = page.mediabox
    scale = min(width / float(box.width), height / float(box.height))
    left = place * width + (width - scale * float(box.width)) / 2 - scale * float(box.left)
    bottom = (height - scale * float(box.height)) / 2 - scale * float(box.bottom)
    side.merge_transformed_page(page, Transformation().scale(scale).translate(left, bottom))
