"""Reading of catalogues in gettext's form (PO), whoever made them: read whole, or refused with a line and a reason."""

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from .problem import Problem


def read_catalogue_file(given: bytes, name: str, rule: str, remedy: str) -> Catalog | Problem:
    """The catalogue in the bytes of a file, or why it cannot be read; `name` is the file as problems name it."""
    try:
        return read_po(BytesIO(given), abort_invalid=True)
    # Babel itself stumbles over a charset that is written as RFC 2231 allows: an AttributeError.
    except (PoFileError, LookupError, ValueError, AttributeError) as error:
        line = getattr(error, "lineno", 0) or 1
        return Problem(name, line, rule, f"this catalogue cannot be read: {error}", remedy)
