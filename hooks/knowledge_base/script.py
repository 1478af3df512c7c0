"""Scripts: which letters a language is written with, and what makes a syllable of them whole."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

# The first word of the Unicode names of a locale's letters; Latin ones stand in every text, in names and abbreviations.
SCRIPTS = {"th": "THAI", "km": "KHMER", "lo": "LAO"}

LETTERS = {
    "THAI": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "LAO": "\u0e81-\u0ece\u0edc-\u0edf",
    "KHMER": "\u1780-\u17dd",
}
# Digits of one's own are read by fewer people than Western ones, and are not what the sources have.
DIGITS = re.compile("[\u0e50-\u0e59\u0ed0-\u0ed9\u17e0-\u17e9]+")
# A mark with nothing of a word before it.
ALONE = re.compile(
    "[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u17b6-\u17d3]"
    r"(?<![^\W\d_].)"
)
# They turn the order of the letters that a reader sees: nothing here is written from right to left.
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# A soft hyphen, line and paragraph separators, an object that was not copied, a character that was not understood.
DEBRIS = "\u00ad\u2028\u2029\ufffc\ufffd\ufeff"
# Nobody sees them, but programs do: joiners, fillers, variants, tags; and spaces that only look like ours.
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200a\u205f\u2800\u3000\u3164\uffa0\ufe00-\ufe0f"
    "\U000e0100-\U000e01ef]"
)
# Letters of Latin that our languages write; others are there to look like them (ɡ, ᴀ, ｗ).
LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
OURS = ("THAI", "KHMER", "LAO")
# More marks than any syllable has: they hide the lines above and below.
PILE = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2,}")
BROKEN = {
    "a tone mark before its vowel": re.compile(
        "[\u0e48-\u0e4b][\u0e31\u0e34-\u0e3a]|[\u0ec8-\u0ecb][\u0eb1\u0eb4-\u0ebb]"
    ),
    "a vowel sign twice": re.compile(
        "([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u17b6-\u17d3])\\1"
    ),
    "two tone marks on one letter": re.compile("[\u0e48-\u0e4b]{2}|[\u0ec8-\u0ecb]{2}"),
    "the sign for a letter below (coeng) without a letter": re.compile("\u17d2(?![\u1780-\u17b3])"),
    "a letter below (coeng) after a vowel sign": re.compile("[\u17b6-\u17c8]\u17d2"),
}


@dataclass(frozen=True)
class Fault:
    """A stretch of a text that no reader should meet: what is wrong with it, and what to do."""

    spot: str
    message: str
    remedy: str


@cache  # the same few hundred stand on all pages
def _fault_of(char: str) -> Fault | None:
    """What is wrong with a character wherever it stands; None where nothing is."""
    name, category = f"U+{ord(char):04X}", unicodedata.category(char)
    if BIDI_CONTROLS.match(char):
        return Fault(char, f"{name} is a control that turns the direction of the text", "Take it out.")
    if category in ("Cn", "Co", "Cs"):
        return Fault(char, f"{name} is no character that Unicode knows", "Write the letter that is meant.")
    if char in DEBRIS:
        return Fault(char, f"{name} is left over from a word processor", "Take it out, or write what is meant.")
    if category == "Cc" and char not in "\n\t":
        return Fault(char, f"{name} is a control character", "Take it out.")
    if category == "Cf" or UNSEEN.match(char):
        return Fault(char, f"{name} is a character that nobody sees", "Take it out, or type a plain space.")
    script = unicodedata.name(char, "?").split()[0]
    if char.isalpha() and not LATIN.match(char) and script not in OURS:
        return Fault(char, f"{name} is a letter of another script ({script})", "Type the letter that is meant.")
    return None


def find_faults(text: str, locale: str) -> Iterator[Fault]:
    """What is wrong with the characters of a text in the locale's language."""
    if text.isascii() and text.isprintable():
        return
    yield from (fault for char in sorted(set(text)) if (fault := _fault_of(char)))
    if not unicodedata.is_normalized("NFC", text):
        # Between plain spaces: other ones are composed into those themselves.
        spot = next(word for word in re.split("[ \t\n]", text) if not unicodedata.is_normalized("NFC", word))
        yield Fault(spot, "letters and their marks are not in composed form (NFC)", "Type the word again.")
    if pile := PILE.search(text):
        yield Fault(pile[0], "a pile of marks on one letter", "Take them out.")
    for match in ALONE.finditer(text):
        before = text[match.start() - 1] if match.start() else " "
        if not unicodedata.category(before).startswith(("L", "M")) and before != "\u25cc":
            yield Fault(match[0], "a vowel sign or a mark without its letter", "Type the syllable again.")
    for message, pattern in BROKEN.items():
        for match in pattern.finditer(text):
            start = max(0, match.start() - 1)
            yield Fault(text[start : match.end()], message, "Type the syllable again.")
    if locale not in SCRIPTS:
        return
    if digits := DIGITS.search(text):
        yield Fault(digits[0], "digits other than the sources'", "Write them as 0 1 2 3 4 5 6 7 8 9.")
    for script, letters in LETTERS.items():
        if script != SCRIPTS[locale] and (found := re.search(f"[{letters}]+", text)):
            yield Fault(
                found[0],
                f"{script.capitalize()} letters in a text in {SCRIPTS[locale].capitalize()}",
                "Write it in the text's own letters.",
            )
