"""What a phone needs of the style sheet to show a page's first screen: it stands in the page, so that no second
request has to be waited for. The whole sheet comes after it and has the last word."""

import re
from collections.abc import Iterable, Sequence

from .selector import Selector, Words
from .stylesheet import Group, Other, Rule, Style, keep, read_styles, styles_in, without_unused
from .vocabulary import LATER

# A window that is wider than a phone held upright waits for the whole sheet: there more stands beside the article.
WIDE = "(min-width: 30em)"
# What is not there yet: a reader has touched nothing.
LATER_STATES = {"active", "checked", "focus", "focus-visible", "focus-within", "hover", "target", "valid"}
LATER_MARKS = {"[open]", "[data-md-color-switching]", ".md-header__title--active"}
LATER_CONDITION = re.compile(r"print|min-width|hover|reduced|resolution|supports")
LATER_PROPERTY = re.compile(
    r"(-\w+-)?(transition|animation|cursor|will-change|scroll|touch-action|user-select|tap-highlight|outline|print)"
)
PLACES = ",".join(f".{name}" for name in LATER)


def first_rules(rules: Iterable[Rule], words: Words) -> tuple[Rule, ...]:
    """The rules for what a first screen shows that consists of these words; without fonts."""

    def is_first(selector: Selector) -> bool:
        later = selector.states & LATER_STATES or selector.marks() & LATER_MARKS
        return not later and selector.can_select(words)

    kept = keep(rules, is_first, lambda condition: not LATER_CONDITION.search(condition))
    return (*read_styles(f"{PLACES}{{display:none}}"), *_bare(kept))


def whole_rules(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """All rules, before which the places that had to wait are opened."""
    return (*read_styles(f"{PLACES}{{display:block}}"), *rules)


def is_covered(first: Iterable[Rule], rules: Iterable[Rule], words: Words) -> bool:
    """Whether what a page's first screen consists of gets all its styles from the first rules."""
    return _selected(without_unused(first_rules(rules, words))) <= _selected(first)


def _selected(rules: Iterable[Rule]) -> set[str]:
    return {selector.text for style in styles_in(rules) for selector in style.selectors}


def _bare(rules: Iterable[Rule]) -> Iterable[Rule]:
    """The rules without animations, which only matter once something moves, and without rules of other kinds."""
    for rule in rules:
        if isinstance(rule, Group):
            yield Group(rule.condition, tuple(_bare(rule.rules)))
        elif isinstance(rule, Style):
            kept = tuple(each for each in rule.declarations if not LATER_PROPERTY.match(each.name))
            if kept:
                yield Style(rule.selectors, kept)
        else:
            assert isinstance(rule, Other)
