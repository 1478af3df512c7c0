"""A QR code holds its address and says what it is."""

from io import BytesIO

import pytest
from lxml import html
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject

from knowledge_base.printing.pdf import make_pdf
from knowledge_base.printing.qr import qr_svg
from sample_handout import ADDRESS, PACKAGES, fonts

ALTERNATIVE = 'QR code: "Equity" & care'


def test_the_code_is_in_the_image_itself() -> None:
    """Its picture needs no file, and its alternative text is as it was given."""
    image = html.fragment_fromstring(qr_svg(ADDRESS, ALTERNATIVE))
    assert image.get("alt") == ALTERNATIVE
    assert (image.get("src") or "").startswith("data:image/svg+xml")


@pytest.mark.skipif(not PACKAGES.is_dir(), reason="the fonts are not installed: npm ci")
def test_the_code_is_tagged_as_a_figure() -> None:
    """The PDF has it as a figure with the alternative text."""
    document = f'<html lang="en"><title>A</title><p>{qr_svg(ADDRESS, ALTERNATIVE)}</p></html>'
    writer = PdfWriter(clone_from=BytesIO(make_pdf(document, [".qr { width: 25mm }"], fonts("en"), ADDRESS)))
    figures = [item for item in writer._objects if isinstance(item, DictionaryObject) and item.get("/S") == "/Figure"]
    assert [str(figure["/Alt"]) for figure in figures] == [ALTERNATIVE]
