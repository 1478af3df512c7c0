"""Letters that take three bytes in UTF-8 exchanged for letters that take one: the same words in fewer bytes.

A Khmer text has hardly any Latin letters, and a Latin letter takes a third of the bytes. Frequent letters of the one
kind change places with rare ones of the other, two by two; reading exchanges them back. The search of a language weighs
an eighth less with Brotli, a quarter less with gzip, and half as much where a host compresses nothing.
"""

from collections import Counter
from collections.abc import Iterable

# One byte each, and without a meaning of their own in a script.
SHORT = [chr(code) for code in range(0x21, 0x7F) if chr(code) not in "\"'\\<>&/"]


def exchange(texts: Iterable[str]) -> str:
    """The pairs of letters to exchange in these texts: "aកbខ" exchanges a and ក, b and ខ; "" where nothing is won."""
    counted = Counter(letter for text in texts for letter in text)
    # What UTF-16 needs two units for stays: a reader in the browser may go by units.
    long = [letter for letter in counted if 0x7F < ord(letter) < 0x10000]
    frequent = sorted(long, key=lambda letter: (-counted[letter] * (len(letter.encode()) - 1), letter))
    rare = sorted(SHORT, key=lambda letter: (counted[letter], letter))
    return "".join(
        short + letter for short, letter in zip(rare, frequent, strict=False) if counted[letter] > counted[short]
    )


def table(pairs: str) -> dict[int, str]:
    """The pairs for `str.translate`, which writes and reads alike."""
    there = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return str.maketrans(there | {letter: short for short, letter in there.items()})
