"""HTML without space that nobody sees."""

import re

# Inside of these space is shown, or means something to a script.
KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)


def without_space(page: str) -> str:
    """The page with one line break where there was space with line breaks: browsers show both as one space."""
    parts = KEPT.split(page)
    # split() gives what is between, what was found, and the name of its element, in turn.
    between, kept = parts[::3], [*parts[1::3], ""]
    return "".join(_joined(part.split("\n")) + element for part, element in zip(between, kept, strict=True))


def _joined(lines: list[str]) -> str:
    if len(lines) == 1:
        return lines[0]
    first, *others, last = lines
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, others)), last.lstrip()])
