"""HTML without space that nobody sees."""

import re

# Inside of these space is shown, or means something to a script.
KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
LINES = re.compile(r"\s*\n\s*")


def without_space(page: str) -> str:
    """The page with one line break where there was space with line breaks: browsers show both as one space."""
    parts = KEPT.split(page)
    # split() gives what is between, what was found, and the name of its element, in turn.
    between, kept = parts[::3], [*parts[1::3], ""]
    return "".join(LINES.sub("\n", part) + element for part, element in zip(between, kept, strict=True))
