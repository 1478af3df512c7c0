"""CSS without what only people need: comments, and space that parts nothing."""

from collections.abc import Sequence

import tinycss2
from tinycss2.ast import Node, WhitespaceToken


def compact(tokens: Sequence[Node], tight: str = ",") -> str:
    """The tokens as text, with one space where there were some; none beside the signs in `tight`."""
    text: str = tinycss2.serialize(_tightened(tokens, tight))
    return text


def _tightened(tokens: Sequence[Node], tight: str) -> list[Node]:
    kept: list[Node] = []
    for token in tokens:
        if token.type == "comment" or (token.type == "whitespace" and (not kept or _is_tight(kept[-1], tight))):
            continue
        if _is_tight(token, tight) and kept and kept[-1].type == "whitespace":
            kept.pop()
        if token.type == "whitespace":
            kept.append(WhitespaceToken(token.source_line, token.source_column, " "))
            continue
        for part in ("content", "arguments"):
            if isinstance(getattr(token, part, None), list):
                # A plus sign inside of parentheses may be one of calc(), which needs its spaces.
                setattr(token, part, _tightened(getattr(token, part), tight.replace("+", "")))
        kept.append(token)
    if kept and kept[-1].type == "whitespace":
        kept.pop()
    return kept


def _is_tight(token: Node, tight: str) -> bool:
    sign = token.value if token.type == "literal" else "{" if token.type == "{} block" else None
    return token.type == "whitespace" or (sign is not None and sign in tight)
