"""A booklet: pages two on each side of a sheet of A4, in the order in which the folded sheets are read."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PaperSize, PdfReader, PdfWriter, Transformation
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject, NumberObject

from .sheet_tags import Tags

SHORT, LONG = PaperSize.A4.width, PaperSize.A4.height
# What marks parts of a page's text. On a sheet each page is one picture.
MARKS = (b"BDC", b"BMC", b"EMC")


def impose(pdf: bytes, page_of: str = "Page {page} of {pages}") -> bytes:
    """The pages of a PDF on sheets of A4, to be printed on both sides, turned over the short edge, folded and stapled.

    Empty pages follow the last one until the sheets are full. The result is for paper; for those who hear it, each page
    is a picture whose text alternative says which page it is, `page_of` in the language of the PDF.
    """
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter()
    count = len(reader.pages)
    tags = Tags(writer, reader)
    for pair in _pairs(count):
        side = PageObject.create_blank_page(width=LONG, height=SHORT)
        here = [number for number in pair if number < count]
        for mark, number in enumerate(here):
            page = reader.pages[number]
            page.pop("/Annots", None)  # nobody follows a link on paper
            page[NameObject("/Contents")] = _as_picture(page, reader, mark)
            _put(page, side, pair.index(number))
        added = writer.add_page(side)
        for mark, number in enumerate(here):
            tags.add(added, mark, number, page_of.format(page=number + 1, pages=count))
    tags.finish()
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _as_picture(page: PageObject, reader: PdfReader, mark: int) -> ContentStream:
    """What a page draws, as one marked part, without the marks of its own."""
    content = ContentStream(page.get_contents(), reader)
    drawn = [(operands, operator) for operands, operator in content.operations if operator not in MARKS]
    begin = ([NameObject("/Figure"), DictionaryObject({NameObject("/MCID"): NumberObject(mark)})], b"BDC")
    content.operations = [begin, *drawn, (ArrayObject(), b"EMC")]
    return content


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """The pages, counted from 0, on the left and on the right of each side of the sheets."""
    full = -(-count // 4) * 4
    for side in range(full // 2):
        outer, inner = full - 1 - side, side
        yield (outer, inner) if side % 2 == 0 else (inner, outer)


def _put(page: PageObject, side: PageObject, place: int) -> None:
    """Draws a page on the left (0) or right (1) half of a side, as large as fits, in the middle."""
    width, height = LONG / 2, float(SHORT)
    box = page.mediabox
    scale = min(width / float(box.width), height / float(box.height))
    left = place * width + (width - scale * float(box.width)) / 2 - scale * float(box.left)
    bottom = (height - scale * float(box.height)) / 2 - scale * float(box.bottom)
    side.merge_transformed_page(page, Transformation().scale(scale).translate(left, bottom))
