"""A concept: a page with a kind and a number; and the set that counts it."""

from dataclasses import dataclass

from .page import Page

KINDS = ("principle", "value", "dimension", "demand")


@dataclass(frozen=True)
class Concept:
    """A principle, a value, a dimension or a demand, as the page describes it.

    kind    one of KINDS
    number  its number in the set; 0 where the front matter holds no whole number (the rules report it)
    """

    page: Page
    kind: str
    number: int

    @property
    def title(self) -> str:
        """The name of the concept."""
        return self.page.title


@dataclass(frozen=True)
class ConceptSet:
    """The page that shows concepts of one kind at a glance: it says how many there are, and who counts so."""

    page: Page
    kind: str
    count: int
    counted_by: str


def read_concept(page: Page) -> Concept | None:
    """The concept that a page is, or None."""
    if page.meta.get("kind") not in KINDS:
        return None
    return Concept(page, str(page.meta["kind"]), _whole(page.meta.get("number")))


def read_set(page: Page) -> ConceptSet | None:
    """The set that a page shows, or None."""
    if page.meta.get("set") not in KINDS:
        return None
    counted_by = str(page.meta.get("counted_by") or "")
    return ConceptSet(page, str(page.meta["set"]), _whole(page.meta.get("count")), counted_by)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
