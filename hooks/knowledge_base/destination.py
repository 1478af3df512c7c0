"""Where an address in a text leads to, and whether a page of ours may lead there.

What is not known to be harmless is refused: there are more ways to hide a scheme than a list of bad ones can hold.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from .hosts import Hosts

# A page, a file or an anchor of the site: no scheme, no host, nothing that a browser would read as one.
INTERNAL = re.compile(r"(?!//)[\w./%~\u0080-\U0010ffff-]*(?:#[\w.%\u0080-\U0010ffff-]*)?")
PICTURE = re.compile(r"(?:\.\./)*assets/images/[\w-]+\.svg")
HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
EXTERNAL = re.compile(rf"https?://({HOST})(?:[/?#][A-Za-z0-9._~/?#&=+%,:;@!*-]*)?")
MAIL = re.compile(rf"(?:mailto:)?([A-Za-z0-9._+-]+@{HOST})")
SCHEME = re.compile(r"[^/?#.]*:")
# Words that name a host to a reader. File names end likewise.
NAMED = re.compile(rf"(?<![\w@./-])(?:[a-z]+://)?({HOST})(?![\w@-])", re.IGNORECASE)
FILES = ("md", "pdf", "po", "pot", "csv", "yml", "svg", "xlf", "html")
ONLY_MAINTAINERS = "Lead to the source's own page, or ask a maintainer to put the host into `extra: hosts:` of {file}."


def fault_of(address: str, hosts: Hosts | None) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do about it; None where nothing is. `hosts` None: all are known."""
    external, mail = EXTERNAL.fullmatch(address), MAIL.fullmatch(address)
    if external:
        return _unknown(external[1].lower(), hosts)
    if mail:
        return _unknown(mail[1].lower(), hosts)
    plain = unicodedata.normalize("NFKC", unquote(address))
    if INTERNAL.fullmatch(address) and INTERNAL.fullmatch(plain) and not has_unseen(plain):
        return None
    if "//" in plain or "\\" in plain or "@" in plain:
        return "this address names its host in a way that readers and browsers read differently", (
            "Write it as https://host/path, in plain letters, or as the path of a page."
        )
    if SCHEME.match(plain):
        return (
            "this address is no page and no website",
            "Link to a page, to https://… or to mailto:…, in plain letters.",
        )
    return "this address has signs that addresses here do not have", (
        "Write [words](page.md#anchor) or [words](https://host/path): no quotation marks, spaces or references."
    )


def _unknown(host: str, hosts: Hosts | None) -> tuple[str, str] | None:
    if hosts is None or host in hosts.known:
        return None
    return f"{host} is not among the hosts that pages lead to", ONLY_MAINTAINERS.format(file=hosts.file)


def has_unseen(text: str) -> bool:
    """Whether a text has controls, or characters that nobody sees."""
    return any(unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp") for char in text)


def hosts_named_in(words: str) -> Iterator[str]:
    """The hosts that words show to a reader, in small letters and the plain form of each letter."""
    for match in NAMED.finditer(unicodedata.normalize("NFKC", words)):
        if match[1].rpartition(".")[2].lower() not in FILES:
            yield match[1].lower()


def host_of(address: str) -> str:
    """The host of an address; "" for one inside the site."""
    external = EXTERNAL.fullmatch(address)
    return external[1].lower() if external else ""
