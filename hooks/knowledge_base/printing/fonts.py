"""Which fonts a handout is set in: files that npm installs, one complete family for each script.

Fonts split by script, as for the web, gave uneven accents in Vietnamese; of a script without spaces the split file
holds all that is asked of it, for its other letters come from the first family.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

from ..font import unreadable


class Font(NamedTuple):
    """A font's file, and the family, weight and style that a stylesheet knows it by."""

    family: str
    weight: int
    style: str
    file: Path


# Noto Sans under a name that no system font has: an installed one of the same name would be taken instead.
LATIN = "Handout Sans"
SCRIPTS = {"km": "Handout Khmer", "lo": "Handout Lao", "th": "Handout Thai"}
# Complete files: Latin with all of Vietnamese.
LATIN_PACKAGE = "@expo-google-fonts/noto-sans"
LATIN_FILES = {
    (400, "normal"): "400Regular/NotoSans_400Regular.ttf",
    (400, "italic"): "400Regular_Italic/NotoSans_400Regular_Italic.ttf",
    (700, "normal"): "700Bold/NotoSans_700Bold.ttf",
    (700, "italic"): "700Bold_Italic/NotoSans_700Bold_Italic.ttf",
}
# The same packages that the site's web fonts are cut from.
SCRIPT_PACKAGES = {
    "km": "@fontsource/noto-sans-khmer",
    "lo": "@fontsource/noto-sans-lao-looped",
    "th": "@fontsource/noto-sans-thai-looped",
}
SCRIPT_NAMES = {"km": "khmer", "lo": "lao", "th": "thai"}


def fonts_for(locale: str, packages: Path) -> list[Font]:
    """The fonts of a locale's handouts, in the order in which a letter is looked for; the files may not be there.

    `packages` is the folder of npm's packages, `node_modules`.
    """
    fonts = [
        Font(LATIN, weight, style, packages / LATIN_PACKAGE / file) for (weight, style), file in LATIN_FILES.items()
    ]
    if locale in SCRIPTS:
        folder = packages / SCRIPT_PACKAGES[locale]
        prefix = f"{folder.name}-{SCRIPT_NAMES[locale]}"
        fonts += [
            Font(SCRIPTS[locale], weight, "normal", folder / "files" / f"{prefix}-{weight}-normal.woff2")
            for weight in (400, 700)
        ]
    return fonts


def font_faces(fonts: Iterable[Font]) -> str:
    """CSS that makes the fonts known and sets the document in them, code too, for there is no other font."""
    given = list(fonts)
    faces = [
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; font-style: {font.style}; '
        f'src: url("{font.file.resolve().as_uri()}") }}'
        for font in given
    ]
    families = ", ".join(f'"{family}"' for family in dict.fromkeys(font.family for font in given))
    # The site tells a source's words by a serif; on paper the bar beside them does.
    names = f":root {{ --kb-sans: {families}; --kb-serif: {families} }}"
    return "\n".join([*faces, names, f"html, code, kbd, pre, samp {{ font-family: {families} }}"])


def missing_characters(text: str, fonts: Iterable[Font]) -> set[str]:
    """The characters of a text that none of the families can draw: in the PDF they would be boxes or a stranger's."""
    missing = set(text)
    for font in fonts:
        # All are read, so that a broken one is noticed; families have the same letters in all weights.
        drawn = _characters_of(font.file)
        if (font.weight, font.style) == (400, "normal"):
            missing -= drawn
    return {char for char in missing if unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp", "Zs")}


@cache
def _characters_of(file: Path) -> frozenset[str]:
    try:
        with TTFont(file, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap()))
    except Exception as error:  # a font can be broken in any way
        raise unreadable(error) from error
