"""Words that templates and programs put into pages as they are: labels, titles, terms, names. They are only words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .destination import fault_of
from .hosts import Hosts

SIGNS = {
    "a sign of HTML": (re.compile(r"[<>]+[^<>]*"), "Write words only: no tags."),
    "a letter as a reference of HTML": (re.compile(r"&(?:#|[A-Za-z][A-Za-z0-9]*;)\S*"), "Write the letter itself."),
    "braces": (re.compile(r"\{[^}]*\}?|\}"), "Take them out: a template would obey them."),
}
# An address, to any reader or program.
ADDRESS = re.compile(
    r"(?<![\w@])[a-z][a-z0-9+.-]*:(?://|\\\\)[^\s)>\]”\"]*|www\.[^\s)>\]”\"]*"
    r"|(?:mailto|tel|sms|javascript|vbscript|data|file|blob|intent)[ ]*:[^\s)>\]]+",
    re.IGNORECASE,
)
MAY_BE_ADDRESS = re.compile(r":|www\.", re.IGNORECASE)


class Fault(NamedTuple):
    """What is more than words: what it is, what to do, and the spot."""

    message: str
    remedy: str
    spot: str


def faults_in(words: str, hosts: Hosts | None) -> Iterator[Fault]:
    """What in a text is more than words."""
    for message, (sign, remedy) in SIGNS.items():
        if match := sign.search(words):
            yield Fault(f"{message} among plain words", remedy, match[0])
    yield from faults_of_addresses(words, hosts)


def faults_of_addresses(words: str, hosts: Hosts | None) -> Iterator[Fault]:
    """The addresses that stand in a text, and lead where none should."""
    for match in ADDRESS.finditer(words) if MAY_BE_ADDRESS.search(words) else ():
        address = match[0].rstrip(".,;:!?")
        if fault := fault_of(f"https://{address}" if address.lower().startswith("www.") else address, hosts):
            yield Fault(*fault, match[0])
