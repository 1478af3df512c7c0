"""Letters for devices without a font for a script: a font cut to the characters that a locale uses."""

import hashlib
import unicodedata
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from .mishap import Mishap
from .script import SCRIPTS
from .whole_file import kept

# The fonts' package for each locale's script, as npm installs it, and the licence that stands beside them.
PACKAGES = {"th": "noto-sans-thai-looped", "km": "noto-sans-khmer", "lo": "noto-sans-lao-looped"}
WEIGHTS = (400, 700)
# The word for a file that has all weights between two; browsers take it, few readers of books do.
ALL_WEIGHTS = "wght"
LICENCE = "LICENSE"
# Signs that a shaper takes apart before it draws them: Thai and Lao SARA AM into a ring above and a vowel after.
# https://github.com/harfbuzz/harfbuzz/blob/main/src/hb-ot-shaper-thai.cc
PARTS = {"\u0e33": "\u0e4d\u0e32", "\u0eb3": "\u0ecd\u0eb2"}
# On which a mark without its letter is drawn.
DOTTED_CIRCLE = "\u25cc"


def find_font(folder: Path, locale: str, weight: int | str) -> Path:
    """Where the font of a locale lies below the folder of the fonts' packages; it may not be there.

    weight  400 or 700, or ALL_WEIGHTS
    """
    package = PACKAGES[locale]
    script = package.removeprefix("noto-sans-").partition("-")[0]
    return folder / package / "files" / f"{package}-{script}-{weight}-normal.woff2"


def characters_of(texts: Iterable[str], locale: str) -> str:
    """The characters that are needed to draw what the texts say in the locale's script, each once.

    For others the style sheet asks other fonts (`unicode-range` in scripts.css): a font's Latin letters would be a
    third of it, and never seen.
    """
    written = {char for text in texts for char in text if unicodedata.name(char, "").startswith(SCRIPTS[locale])}
    parts = {part for char in written for part in PARTS.get(char, "")}
    return "".join(sorted(written | parts | {DOTTED_CIRCLE}))


def unreadable(error: Exception) -> Mishap:
    """What to say of a font that is there, but broken."""
    return Mishap(f"A font cannot be read: {error}. To do: install the fonts anew: npm ci")


def cut_font(font: Path, characters: str, cache: Path) -> bytes:
    """The font as WOFF2 with these characters only, all its layout features kept, without hinting.

    Of a font with all weights those stay that lie between ours: one file, smaller than two with a weight each.
    Cutting takes a good part of a second: what was cut before is taken from the cache, named after all that goes in.
    """
    given = font.read_bytes()
    name = hashlib.sha256(given + characters.encode()).hexdigest()
    return kept(cache / f"{name}.woff2", lambda: _cut(given, characters))


def _cut(given: bytes, characters: str) -> bytes:
    # Loading these takes longer than all the rest here, and most builds cut nothing.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    options = subset.Options(layout_features=["*"], hinting=False, flavor="woff2", notdef_outline=True)
    try:
        loaded = TTFont(BytesIO(given), recalcTimestamp=False)
    except Exception as error:  # a font can be broken in any way
        raise unreadable(error) from error
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(loaded)
    if "fvar" in loaded:
        instantiateVariableFont(loaded, {"wght": (WEIGHTS[0], WEIGHTS[-1])}, inplace=True)
    loaded.flavor = "woff2"
    made = BytesIO()
    loaded.save(made)
    return made.getvalue()
