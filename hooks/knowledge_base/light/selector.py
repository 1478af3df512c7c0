"""CSS selectors, as far as one can tell from them alone whether a site's pages can have what they select."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tinycss2.ast import FunctionBlock, HashToken, IdentToken, LiteralToken, Node, SquareBracketsBlock, StringToken

from .compact import compact

# Each selects what one of its arguments selects.
ALTERNATIVES = ("is", "where", "has", "matches", "-webkit-any", "-moz-any")
CAPITAL = re.compile(r"(?=[A-Z])")


@dataclass(frozen=True)
class Words:
    """What pages consist of, written as selectors write it (`.class`, `#id`, `tag`, `[name]`, `[name=value]`), and
    the words of scripts, which may become any of these."""

    marks: frozenset[str]
    loose: frozenset[str] = frozenset()

    def have(self, mark: str) -> bool:
        """Whether a page has, or a script may give it, what is marked so."""
        name, _, value = mark.strip("[]").partition("=")
        return mark in self.marks or (self._is_loose(name.lstrip(".#")) and (not value or self._is_loose(value)))

    def _is_loose(self, word: str) -> bool:
        # A script writes data-md-color as dataset.mdColor.
        first, *others = word.removeprefix("data-").split("-")
        return word in self.loose or first + "".join(map(str.capitalize, others)) in self.loose


@dataclass(frozen=True)
class Selector:
    """A selector: its text, the marks it needs (all of them; of a tuple one), the states that it asks for."""

    text: str
    needs: tuple["str | tuple[Selector, ...]", ...]
    states: frozenset[str]

    def can_select(self, words: Words) -> bool:
        """Whether there is something in the pages that it may select, now or in some state."""
        return all(
            words.have(need) if isinstance(need, str) else any(each.can_select(words) for each in need)
            for need in self.needs
        )

    def marks(self) -> set[str]:
        """All marks that it names."""
        return {
            mark
            for need in self.needs
            for mark in ([need] if isinstance(need, str) else (m for each in need for m in each.marks()))
        }


def read_selectors(prelude: Sequence[Node]) -> tuple[Selector, ...]:
    """The selectors of a rule, which commas part."""
    return tuple(_read(list(part)) for part in _parts(prelude))


def _parts(tokens: Iterable[Node]) -> Iterable[list[Node]]:
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if isinstance(token, LiteralToken) and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _read(tokens: list[Node]) -> Selector:
    needs: list[str | tuple[Selector, ...]] = []
    states: set[str] = set()
    before = ""
    for token in tokens:
        if isinstance(token, IdentToken):
            if before.endswith("."):
                needs.append(f".{token.value}")
            elif before == ":":
                states.add(token.value)
            elif before != "::":
                needs.append(token.lower_value)
        elif isinstance(token, HashToken):
            needs.append(f"#{token.value}")
        elif isinstance(token, SquareBracketsBlock):
            needs.append(_attribute(token))
        elif isinstance(token, FunctionBlock) and token.lower_name in ALTERNATIVES:
            inner = read_selectors(token.arguments)
            needs.append(inner)
            states |= {state for each in inner for state in each.states}
        is_colon = isinstance(token, LiteralToken) and token.value == ":"
        before = before + ":" if is_colon and before == ":" else str(getattr(token, "value", ""))
    return Selector(compact(tokens, tight=">~,+"), tuple(needs), frozenset(states))


def _attribute(block: SquareBracketsBlock) -> str:
    name, *rest = [token for token in block.content if token.type not in ("whitespace", "comment")]
    # Of other comparisons (^=, *=, …) the name is enough to know.
    if len(rest) == 2 and rest[0].value == "=" and isinstance(rest[1], IdentToken | StringToken):
        return f"[{name.lower_value}={rest[1].value}]"
    return f"[{name.lower_value}]"
