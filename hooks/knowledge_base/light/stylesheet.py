"""Style sheets as rules that can be left out, and written without what only people need."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import tinycss2
from tinycss2.ast import Node

from .compact import compact
from .selector import Selector, Words, read_selectors

# Whose blocks hold rules like those outside of them.
GROUPS = ("media", "supports", "layer", "container")


class BrokenStyles(ValueError):
    """A style sheet cannot be read: the line, and why."""


@dataclass(frozen=True)
class Declaration:
    """A property and its value: `color`, `#000`."""

    name: str
    value: str
    uses: frozenset[str]  # the custom properties in its value

    @property
    def is_custom(self) -> bool:
        """Whether it does nothing by itself: `--kb-leading`."""
        return self.name.startswith("--")


@dataclass(frozen=True)
class Style:
    """Selectors, and what they get."""

    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]

    def __str__(self) -> str:
        inner = ";".join(f"{each.name}:{each.value}" for each in self.declarations)
        return f"{','.join(selector.text for selector in self.selectors)}{{{inner}}}"


@dataclass(frozen=True)
class Group:
    """Rules that hold under a condition: `@media print`."""

    condition: str
    rules: tuple["Rule", ...]

    def __str__(self) -> str:
        return f"{self.condition}{{{write(self.rules)}}}"


@dataclass(frozen=True)
class Other:
    """A rule that selects nothing in a page: `@font-face`, `@keyframes`, `@page`."""

    keyword: str
    name: str
    text: str
    addresses: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


Rule = Style | Group | Other


def read_styles(text: str) -> tuple[Rule, ...]:
    """The rules of a style sheet, in their order."""
    return tuple(_read(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def write(rules: Iterable[Rule]) -> str:
    """Rules as a style sheet."""
    written: list[str] = []
    condition = ""
    for rule in rules:
        # Groups that follow each other under the same condition are one.
        if isinstance(rule, Group) and rule.condition == condition:
            written[-1] = written[-1].removesuffix("}") + write(rule.rules) + "}"
        else:
            written.append(str(rule))
        condition = rule.condition if isinstance(rule, Group) else ""
    return "".join(written)


def keep(
    rules: Iterable[Rule],
    selects: Callable[[Selector], bool],
    holds: Callable[[str], bool] = lambda condition: True,
) -> Iterator[Rule]:
    """The rules of which a selector is wanted, with those selectors only, where the condition around them is wanted."""
    for rule in rules:
        if isinstance(rule, Group):
            inner = tuple(keep(rule.rules, selects, holds)) if holds(rule.condition) else ()
            if inner:
                yield replace(rule, rules=inner)
        elif isinstance(rule, Style):
            selectors = tuple(filter(selects, rule.selectors))
            if selectors and rule.declarations:
                yield replace(rule, selectors=selectors)
        else:
            yield rule


def cut(rules: Sequence[Rule], words: Words) -> tuple[Rule, ...]:
    """The rules without what no page can show: selectors, custom properties that nothing uses, animations."""
    return without_unused(tuple(keep(rules, lambda selector: selector.can_select(words))), words.loose)


def without_unused(rules: tuple[Rule, ...], loose: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """The rules without custom properties and animations that nothing uses: neither they nor the words of scripts."""
    fewer = tuple(_without(rules, _used(rules) | loose))
    return rules if fewer == rules else without_unused(fewer, loose)


def styles_in(rules: Iterable[Rule]) -> Iterator[Style]:
    """All rules that select, those in groups too."""
    for rule in rules:
        if isinstance(rule, Group):
            yield from styles_in(rule.rules)
        elif isinstance(rule, Style):
            yield rule


def _used(rules: Iterable[Rule]) -> set[str]:
    """The custom properties that are used, and the words of all values, among which the names of animations are."""
    found: set[str] = set()
    for style in styles_in(rules):
        for declaration in style.declarations:
            found |= declaration.uses
            if declaration.name.endswith(("animation", "animation-name")):
                found |= set(declaration.value.replace(",", " ").split())
    return found


def _without(rules: Iterable[Rule], used: set[str]) -> Iterator[Rule]:
    for rule in rules:
        if isinstance(rule, Group):
            if inner := tuple(_without(rule.rules, used)):
                yield replace(rule, rules=inner)
        elif isinstance(rule, Style):
            kept = tuple(each for each in rule.declarations if not each.is_custom or each.name in used)
            if kept:
                yield replace(rule, declarations=kept)
        elif not rule.keyword.endswith("keyframes") or rule.name in used:
            yield rule


def _read(nodes: Iterable[Node]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "error":
            raise BrokenStyles(f"{node.source_line}: {node.message}")
        if node.type == "qualified-rule":
            yield Style(read_selectors(node.prelude), tuple(_declarations(node.content)))
        elif node.lower_at_keyword in GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Group(f"@{node.lower_at_keyword} {compact(node.prelude)}", tuple(_read(inner)))
        elif node.lower_at_keyword != "charset":
            yield _other(node)


def _other(node: Node) -> Other:
    name = compact(node.prelude)
    inner = "" if node.content is None else f"{{{compact(node.content, tight=',;:{}')}}}"
    addresses = tuple(_addresses(node.content or []))
    end = "" if inner else ";"
    return Other(node.lower_at_keyword, name, f"@{node.lower_at_keyword} {name}".rstrip() + inner + end, addresses)


def _addresses(tokens: Iterable[Node]) -> Iterator[str]:
    for token in tokens:
        if token.type == "url":
            yield token.value
        elif token.type == "function":
            if token.lower_name == "url":
                yield from (each.value for each in token.arguments if each.type == "string")
            yield from _addresses(token.arguments)


def _declarations(tokens: Sequence[Node]) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(tokens, skip_comments=True, skip_whitespace=True):
        if node.type != "declaration":
            raise BrokenStyles(f"{node.source_line}: {getattr(node, 'message', 'a rule inside of a rule')}")
        value = compact(node.value) + ("!important" if node.important else "")
        yield Declaration(node.name if node.name.startswith("--") else node.lower_name, value, _variables(node.value))


def _variables(tokens: Iterable[Node]) -> frozenset[str]:
    """The custom properties that a value uses."""
    found: set[str] = set()
    for token in tokens:
        inner = getattr(token, "arguments", None) or getattr(token, "content", None)
        if token.type == "function" and token.lower_name == "var":
            found |= {each.value for each in token.arguments if each.type == "ident"}
        if isinstance(inner, list):
            found |= _variables(inner)
    return frozenset(found)
