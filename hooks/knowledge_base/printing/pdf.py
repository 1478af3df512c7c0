"""An HTML document as a PDF that is tagged for assistive technology (PDF/UA-1), the same bytes for the same input."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from .drawing import draw_for_pdfium
from .fonts import Font, font_faces
from .tagging import complete_lists, keep_outer_links, say_text

VARIANT = "pdf/ua-1"


class _FontsOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches the given files and what an address holds itself (data:); anything else stops the making of the PDF."""

    def __init__(self, files: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("data", "file"), fail_on_errors=True)
        self.addresses = {file.resolve().as_uri() for file in files}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if url.startswith("file:") and url not in self.addresses:
            raise ValueError(f"not one of the fonts: {url}")
        return super().fetch(url, headers)


def lay_out(html: str, styles: Sequence[str], fonts: Sequence[Font], address: str) -> Any:
    """The document laid out in pages, as WeasyPrint's `Document`, for the checks and for `write`.

    The HTML has a title and a language; `styles` are texts of CSS; relative links are completed with the address.
    """
    fetcher = _FontsOnly(font.file for font in fonts)
    configuration = FontConfiguration()
    sheets = [
        CSS(string=style, base_url=address, url_fetcher=fetcher, font_config=configuration)
        for style in (*styles, font_faces(fonts))
    ]
    document = HTML(string=html, base_url=address, url_fetcher=fetcher)
    return document.render(font_config=configuration, stylesheets=sheets, pdf_variant=VARIANT)


def write(document: Any) -> bytes:
    """The laid out document as a PDF; it is spent then.

    It has a date only if the HTML names one, in `<meta name="dcterms.modified" content="2026-01-31">`.
    """
    say_text(document)
    keep_outer_links(document)
    draw_for_pdfium(document)
    return bytes(document.write_pdf(pdf_variant=VARIANT, finisher=lambda _, pdf: complete_lists(pdf)))


def make_pdf(html: str, styles: Sequence[str], fonts: Sequence[Font], address: str) -> bytes:
    """The HTML document as a PDF. What goes in is said at `lay_out`."""
    return write(lay_out(html, styles, fonts, address))


def embedded_fonts(pdf: bytes) -> set[str]:
    """The families of the fonts in the PDF: where a letter was in none of the given ones, a font of the system."""
    objects = (item for item in PdfWriter(clone_from=BytesIO(pdf))._objects if isinstance(item, DictionaryObject))
    return {str(item["/FontFamily"]) for item in objects if item.get("/Type") == "/FontDescriptor"}
