"""A font is cut to the characters that a language uses, and shapes them as before."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from harness import PROJECT
from knowledge_base.font import ALL_WEIGHTS, DOTTED_CIRCLE, PACKAGES, characters_of, cut_font, find_font

FOLDERS = {
    400: PROJECT / "node_modules" / "@fontsource",
    ALL_WEIGHTS: PROJECT / "node_modules" / "@fontsource-variable",
}
WORDS = {"th": "ที่นี่", "km": "ស្ត្រី", "lo": "ເຊິ່ງກັນ"}


@pytest.mark.skipif(not FOLDERS[400].is_dir(), reason="the fonts are not installed: npm ci")
@pytest.mark.parametrize("weight", FOLDERS)
@pytest.mark.parametrize("locale", PACKAGES)
def test_a_cut_font_holds_the_characters_and_their_layout(locale: str, weight: int | str, tmp_path: Path) -> None:
    """It has each character of the text and no other letter, and all features that place and join its signs."""
    given = find_font(FOLDERS[weight], locale, weight)
    characters = characters_of([WORDS[locale], "and Latin"], locale)
    cut = TTFont(BytesIO(cut_font(given, characters, tmp_path)))
    letters = {chr(code) for code in cut.getBestCmap()}
    assert letters == set(characters) == set(WORDS[locale]) | {DOTTED_CIRCLE}
    assert features(cut) <= features(TTFont(given))
    assert {"mark", "mkmk"} & features(cut)
    assert cut_font(given, characters, tmp_path) == cut_font(given, characters, tmp_path / "other")


@pytest.mark.skipif(not FOLDERS[400].is_dir(), reason="the fonts are not installed: npm ci")
def test_a_font_with_all_weights_keeps_ours(tmp_path: Path) -> None:
    """It goes from regular to bold; lighter and wider forms, which no page shows, are cut off."""
    cut = cut_font(find_font(FOLDERS[ALL_WEIGHTS], "km", ALL_WEIGHTS), characters_of([WORDS["km"]], "km"), tmp_path)
    axes = TTFont(BytesIO(cut))["fvar"].axes
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in axes] == [("wght", 400, 700)]


def features(font: TTFont) -> set[str]:
    """The tags of a font's layout features."""
    tables = (font[name].table for name in ("GSUB", "GPOS") if name in font)
    return {record.FeatureTag for table in tables if table.FeatureList for record in table.FeatureList.FeatureRecord}


@pytest.mark.parametrize(("locale", "word", "parts"), [("th", "คำ", "\u0e4d\u0e32"), ("lo", "ຄຳ", "\u0ecd\u0eb2")])
def test_signs_that_are_drawn_in_two_parts_bring_their_parts(locale: str, word: str, parts: str) -> None:
    """Thai and Lao SARA AM is drawn as a ring and a vowel; without the ring a box is seen."""
    assert set(word + parts) <= set(characters_of([word], locale))
