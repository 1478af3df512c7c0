"""Two repairs of how WeasyPrint 70.0 places letters, for PDFium, with which Chromium and Android show a PDF.

Where a sign is moved, WeasyPrint writes an empty string into the list of strings and distances (`<0033><>-395`). That
is allowed, but PDFium then forgets the distance at the end of the list: in Lao, all that follows a vowel sign with a
tone mark is drawn over it.

A sign that is moved to the right may begin behind where the next text begins. PDFium copies text in the order of where
its pieces begin, and says a text again for each piece that another text parts from it: in Khmer, words come twice.
Such a sign gets a space before it, which is drawn where the letter ends, and taken back.

The tests show that both repairs are still needed.
"""

import re
from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

TEXT = re.compile(rb"\[.*\] TJ", re.DOTALL)
FONT = re.compile(rb"/([A-Z]+) [\d.]+ Tf")
# A sign alone, moved to the right by some thousandths of the font's size.
MOVED_SIGN = re.compile(rb"\[-([\d.]+)(<[0-9a-f]{4}>)\] TJ")
# How far before the end of the letter the space begins, in thousandths: more than distances are rounded by.
MARGIN = 20


def draw_for_pdfium(document: Any) -> None:
    """Makes a rendered document write its text so that PDFium draws and copies it rightly; others do as before.

    To be called once, before the document is written.
    """
    # To read a font takes longer than to draw a page.
    space_of = cache(partial(_take_space, document))
    for page in document.pages:
        page.paint = _painting(page.paint, space_of)


def _painting(paint: Callable[..., None], space_of: Callable[[str], tuple[int, float]]) -> Callable[..., None]:
    def paint_and_mend(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        font = ""
        for place, part in enumerate(stream.stream):
            if not isinstance(part, bytes):
                continue
            if chosen := FONT.fullmatch(part):
                font = chosen[1].decode()
            elif sign := MOVED_SIGN.fullmatch(part):
                blank, width = space_of(font)
                distance = width - MARGIN - float(sign[1])
                stream.stream[place] = b"[%d<%04x>%.2f%s] TJ" % (MARGIN, blank, distance, sign[2])
            elif TEXT.fullmatch(part):
                # Two distances may follow each other, but not without a space.
                stream.stream[place] = part.replace(b"<>", b" ")

    return paint_and_mend


def _take_space(document: Any, name: str) -> tuple[int, float]:
    """The number of a font's space and its width, in thousandths; the part of the font that is embedded has it then."""
    font = next(used for used in document.fonts.values() if used.hash == name)
    with TTFont(BytesIO(font.file_content), lazy=True) as loaded:
        glyph = loaded.getBestCmap()[ord(" ")]
        number = loaded.getGlyphID(glyph)
        width: float = round(loaded["hmtx"][glyph][0] * 1000 / loaded["head"].unitsPerEm)
    font.to_unicode.setdefault(number, " ")
    font.widths.setdefault(number, width)
    return number, width
