"""What is fuzzed: readers of files and texts, and what each of them must hold for any bytes at all.

A reader may refuse (it then says so in a problem); it may not crash, hang or lose what it wrote itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fuzzing.given import BETWEEN
from fuzzing.of_drawings import check_drawing
from fuzzing.of_pages import check_page, check_rules, check_words, check_woven, check_yaml
from fuzzing.of_translations import (
    check_entries,
    check_labels,
    check_po,
    check_record,
    check_reviewers,
    check_standings,
    check_terms,
    check_xliff,
)
from fuzzing.seeds import CATALOGUE, CONCEPT, DRAWING, HEAD, IN_THAI, PAGE, PAGE_TWO, PLAIN, RECORD, TERMS, XML


@dataclass(frozen=True)
class Target:
    """Something that parses.

    check  takes any bytes and raises where something does not hold
    cost   how many times a cheap one's time it takes, about: it gets so many fewer inputs
    seeds  inputs to begin with, of the kind that it reads
    """

    check: Callable[[bytes], object]
    cost: int
    seeds: tuple[str, ...]


TARGETS = {
    "yaml": Target(check_yaml, 1, (HEAD, RECORD, "a: [b, {c: d}]\n", "ສົມ: [lo, th]\n")),
    "page": Target(check_page, 3, (PAGE, PAGE_TWO)),
    "words": Target(check_words, 2, (BETWEEN.join(("A: b", "Words", "ILO, 1998", "# x")),)),
    "record": Target(check_record, 1, (RECORD,)),
    "standings": Target(check_standings, 1, (BETWEEN.join(("a.md", "item", "a", "1-1", "2-2", "ff", "ສົມ")),)),
    "entries": Target(check_entries, 3, (BETWEEN.join(("Decent work.", "งาน", "Work", "item", "# A { #a }")),)),
    "po": Target(check_po, 2, (CATALOGUE,)),
    "xliff": Target(check_xliff, 1, (XML,)),
    "labels": Target(check_labels, 2, (CATALOGUE,)),
    "terms": Target(check_terms, 4, (TERMS,)),
    "reviewers": Target(check_reviewers, 1, ("ສົມ: [lo, th]\nA B: [km]\n",)),
    "drawing": Target(check_drawing, 2, (DRAWING,)),
    "rules": Target(check_rules, 10, (PAGE, CONCEPT, PAGE_TWO + BETWEEN + PAGE_TWO.replace("work", "งาน"))),
    "woven": Target(check_woven, 20, (CONCEPT, PAGE_TWO, PLAIN, BETWEEN.join((PLAIN, IN_THAI)))),
}
