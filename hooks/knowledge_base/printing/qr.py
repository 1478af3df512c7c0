"""An address that a phone reads from paper."""

from html import escape

import segno

# Level M still reads with 15 % of the sign stained; 4 modules is the margin that ISO/IEC 18004 asks for.
ERROR_LEVEL = "m"
MARGIN = 4


def qr_svg(address: str, alternative: str) -> str:
    """The QR code of an address as an HTML image that holds its SVG itself, to be sized by the stylesheet (`.qr`).

    The alternative text is for those who do not see it. An image, since WeasyPrint tags one as a figure with its text.
    """
    code = segno.make(address, error=ERROR_LEVEL, micro=False)
    source = code.svg_data_uri(border=MARGIN, omitsize=True, xmldecl=False, svgclass=None, lineclass=None)
    return f'<img class="qr" alt="{escape(alternative)}" src="{escape(source)}">'
