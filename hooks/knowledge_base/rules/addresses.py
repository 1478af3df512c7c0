"""Every address in a page leads where its reader expects: into the site, or to a host that maintainers know."""

import re
from collections.abc import Iterator

from ..block import Link
from ..destination import PICTURE, fault_of, host_of, hosts_named_in
from ..library import Library
from ..page import Page
from ..plain_words import MAY_BE_ADDRESS, faults_of_addresses
from ..problem import Problem

RULE = "addresses"
# Not what a parser takes for a link, but whatever looks like one to any of them.
BEHIND_WORDS = re.compile(r"(!?)(?:\[[^\[\]]*)?\]\(([^)]*)(\)?)")
MAIL = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
BROKEN = "a link whose address does not stand in one line", "Write it so: [words](page.md)."
NO_PICTURE = "Put the drawing into docs/assets/images/ and write ![words](../assets/images/name.svg)."
PRETENDS = "Write in the link's words what it leads to, or no address at all."


def check(library: Library) -> Iterator[Problem]:
    """Problems of the addresses of links and pictures, and of those that stand in the text or in the front matter."""
    for page in library.pages.values():
        for line, text in (*enumerate(page.head.split("\n"), 2), *enumerate(page.body.split("\n"), page.start)):
            if "](" in text or "@" in text or MAY_BE_ADDRESS.search(text):
                yield from _check_line(library, page, line, text)
        for block in page.blocks:
            for link in block.links:
                yield from _check_words(page, link)


def _check_line(library: Library, page: Page, line: int, text: str) -> Iterator[Problem]:
    rest = text
    for match in BEHIND_WORDS.finditer(text):
        is_picture, address = bool(match[1]), match[2]
        rest = rest.replace(f"]({address}", "](", 1)
        if is_picture and not PICTURE.fullmatch(address):
            message = "a picture that is no drawing of ours"
            yield Problem(page.file, line, RULE, message, NO_PICTURE, text, address)
        elif not is_picture and (fault := fault_of(address, library.hosts) if address and match[3] else BROKEN):
            yield Problem(page.file, line, RULE, *fault, text, address)
    for match in MAIL.finditer(text):
        if fault := fault_of(match[1], library.hosts):
            yield Problem(page.file, line, RULE, *fault, text, match[0])
    for fault_there in faults_of_addresses(rest, library.hosts):
        yield Problem(page.file, line, RULE, fault_there.message, fault_there.remedy, text, fault_there.spot)


def _check_words(page: Page, link: Link) -> Iterator[Problem]:
    """A link whose words name a host leads to that host."""
    host = host_of(link.address)
    for named in hosts_named_in(link.words):
        if named.removeprefix("www.") != host.removeprefix("www."):
            message = f"the words of this link name {named}, and it leads to {host or 'this site'}"
            yield Problem(page.file, link.line, RULE, message, PRETENDS, page.text_of(link.line), link.words)
