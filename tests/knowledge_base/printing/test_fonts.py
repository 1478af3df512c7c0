"""Each language has fonts that are complete and free to pass on."""

import pytest
from fontTools.ttLib import TTFont

from knowledge_base.printing.fonts import LATIN_PACKAGE, SCRIPT_PACKAGES
from sample_handout import PACKAGES, WORDS, fonts

pytestmark = pytest.mark.skipif(not PACKAGES.is_dir(), reason="the fonts are not installed: npm ci")
# First and last assigned letter of each script's block, and a number of each block's characters.
BLOCKS = {"km": ("\u1780", "\u17f9", 114), "lo": ("\u0e81", "\u0edf", 83), "th": ("\u0e01", "\u0e5b", 87)}


@pytest.mark.parametrize("locale", WORDS)
def test_a_family_has_a_regular_and_a_bold_font(locale: str) -> None:
    """Both are there for each family, and say of themselves what weight they are."""
    for font in fonts(locale):
        with TTFont(font.file) as loaded:
            assert loaded["OS/2"].usWeightClass == font.weight
    assert {font.family: {400, 700} for font in fonts(locale)} == {
        font.family: {other.weight for other in fonts(locale) if other.family == font.family} for font in fonts(locale)
    }


@pytest.mark.parametrize("locale", BLOCKS)
def test_a_script_is_complete(locale: str) -> None:
    """Each font of a script has all characters of the script's block in Unicode."""
    first, last, count = BLOCKS[locale]
    for font in fonts(locale)[-2:]:
        with TTFont(font.file) as loaded:
            assert sum(ord(first) <= code <= ord(last) for code in loaded.getBestCmap()) == count


@pytest.mark.parametrize("package", [LATIN_PACKAGE, *SCRIPT_PACKAGES.values()])
def test_a_font_is_free(package: str) -> None:
    """Its package holds the SIL Open Font License."""
    licences = [file.read_text("utf-8") for file in (PACKAGES / package).glob("LICENSE*")]
    assert any("SIL Open Font License, Version 1.1" in licence for licence in licences)
