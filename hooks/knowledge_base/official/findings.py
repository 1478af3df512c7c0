"""What came of asking for the official addresses, and what a maintainer has to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..library import Library
from ..locale import SOURCE
from .asker import ANSWERS, CLOSED, DEAD, MOVED, Answer, Asker

FIELDS = ("address", "archive")


@dataclass(frozen=True)
class Finding:
    """An address of a bibliography, where it stands, and what came of asking.

    `is_dead` says whether the bibliography calls it dead already.
    """

    file: str
    line: int
    field: str
    address: str
    is_dead: bool
    answer: Answer

    @property
    def remedy(self) -> str:
        """What is to be done; "" where nothing is."""
        verdict = self.answer.verdict
        if self.field == "archive":
            return "Find another copy, or take the line out." if verdict == DEAD else ""
        if verdict == DEAD and not self.is_dead:
            return (
                "Look with a browser. If it is dead there too, write `dead:` with the day below it, and `archive:` "
                "with the address of a copy, if there is one: CONTRIBUTING.md, “An official address is dead”."
            )
        return "It answers again: look, and take `dead:` out." if verdict in (ANSWERS, MOVED) and self.is_dead else ""

    def __str__(self) -> str:
        """One line: the place, the address as code, what came of it, what to do."""
        said = self.answer.why or "answers"
        there = f" ({_code(self.answer.at)})" if self.answer.at not in ("", self.address) else ""
        look = " A person has to look." if self.answer.verdict == CLOSED else ""
        remedy = f" To do: {self.remedy}" if self.remedy else ""
        return f"{self.file}:{self.line}: {self.field} {_code(self.address)}: {_plain(said)}{there}.{look}{remedy}"


def ask_all(library: Library, asker: Asker) -> Iterator[Finding]:
    """Asks for every address of every source, one after the other."""
    for (locale, _), source in sorted(library.sources.items()):
        for field in FIELDS if locale == SOURCE else ():
            known = source.bibliography
            if (address := getattr(known, field)).startswith("http"):
                line = source.page.line_of(field)
                is_dead = bool(known.dead) and field == "address"
                yield Finding(source.page.file, line, field, address, is_dead, asker.ask(address))


def tell(findings: Iterable[Finding]) -> str:
    """What is to be done, as the text of an issue; "" where nothing is."""
    return "".join(f"- {finding}\n" for finding in findings if finding.remedy)


def _code(text: str) -> str:
    # What a host says may end up in an issue: as code it calls nobody and leads nowhere.
    return f"`{_plain(text)}`"


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "'").split())[:300]
