"""An order: one document to print, with all that goes into it."""

import json
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .fonts import Font
from .paper import Chapter, Wording

LIBRARIES = ("weasyprint", "pydyf", "pyicu-wheels", "pypdf", "segno", "lxml")

# What decides which documents there are, and not how they look.
NOT_DRAWING = ("handouts.py", "shop.py", "work.py")


@dataclass(frozen=True)
class Order:
    """One document to print.

    title    the document's
    locale   its language
    chapters its parts in order, each a page, or an English page and its translation, to stand side by side
    wording  what the paper itself says
    styles   texts of CSS
    fonts    the fonts that it may use
    address  what its relative links are completed with
    folds    whether it is also put on sheets to fold
    """

    title: str
    locale: str
    chapters: tuple[tuple[Chapter, ...], ...]
    wording: Wording
    styles: tuple[str, ...]
    fonts: tuple[Font, ...]
    address: str
    folds: bool = False

    def key(self) -> str:
        """A name for what comes of it: the same order, made by the same programs, gives the same bytes."""
        digests = [_digest(font) for font in self.fonts]
        return sha256(f"{self._given(fonts=digests)} {_programs()}".encode()).hexdigest()[:32]

    def to_json(self) -> str:
        """The order as a text, for another process."""
        fonts = [[font.family, font.weight, font.style, str(font.file)] for font in self.fonts]
        return self._given(fonts=fonts)

    def _given(self, **others: object) -> str:
        return json.dumps({**asdict(self), **others})


def read_order(text: str) -> Order:
    """The order that `Order.to_json` wrote."""
    given: dict[str, Any] = json.loads(text)
    given["chapters"] = tuple(tuple(Chapter(**page) for page in pages) for pages in given["chapters"])
    given["wording"] = Wording(**given["wording"])
    given["styles"] = tuple(given["styles"])
    given["fonts"] = tuple(Font(family, weight, style, Path(file)) for family, weight, style, file in given["fonts"])
    return Order(**given)


@cache
def _digest(font: Font) -> list[str]:
    return [font.family, str(font.weight), font.style, sha256(font.file.read_bytes()).hexdigest()]


@cache
def _programs() -> str:
    files = (file for file in sorted(Path(__file__).parent.glob("*.py")) if file.name not in NOT_DRAWING)
    ours = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return " ".join([ours, *(version(name) for name in LIBRARIES)])
