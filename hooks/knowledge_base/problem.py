"""A problem is data; who prints it, and where, is another matter."""

import re
import unicodedata
from dataclasses import dataclass

# Controls and characters without a meaning would confuse the terminal too: they are shown by their number.
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the pages, said so that a person can mend it without asking.

    path    the file, relative to the project's folder, with forward slashes
    line    the line in that file, from 1
    rule    the rule's name, as in `rules/`
    message what is wrong
    remedy  what to do
    text    the faulty text, one line, or ""
    spot    the part of `text` to point at, or ""
    """

    path: str
    line: int
    rule: str
    message: str
    remedy: str
    text: str = ""
    spot: str = ""

    def __str__(self) -> str:
        """The problem as a terminal shows it: place and fault, the text with the spot marked, the remedy."""
        lines = [f"{self.path}:{self.line}: {self.message} ({self.rule})"]
        if self.text:
            text, spot = _shorten(_visible(self.text), _visible(self.spot))
            lines.append(f"    {text}")
            if spot and spot in text:
                lines.append("    " + " " * text.index(spot) + "^" * len(spot))
        lines.append(f"    To do: {self.remedy}")
        return "\n".join(lines)


def _visible(text: str) -> str:
    def show(match: re.Match[str]) -> str:
        char = match[0]
        unseen = unicodedata.category(char) in UNSEEN and char not in "\t\n"
        return f"<U+{ord(char):04X}>" if unseen else char

    return re.sub(r"[^ -~]", show, text)


def _shorten(text: str, spot: str, width: int = 100) -> tuple[str, str]:
    """At most about `width` characters of `text`, with `spot` in them, and as much of `spot` as is left."""
    text, spot = " ".join(text.split()), " ".join(spot.split())[: width // 2]
    if len(text) <= width:
        return text, spot
    start = max(0, text.find(spot) - width // 3)
    cut = text[start : start + width]
    return ("… " if start else "") + cut + (" …" if start + width < len(text) else ""), spot
