"""What a page may do in a browser, written into the page: a Content Security Policy, and that it tells no referrer.

Only files of the site are loaded. Of the scripts and styles inside a page only those run that stand in a template: not
whatever stands in the page, for a stranger's would be among that. https://www.w3.org/TR/CSP3/
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

# Opened from a folder, a page is of no site: "file:" says the same there, and nothing on a server.
OURS = "'self' file:"
INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
# Scripts in other forms than JavaScript's are data, which no browser runs.
DATA = re.compile(r"""\bsrc\s*=|\btype\s*=\s*+["']?+(?!text/javascript|module)""")
PLACE = re.compile(r"\{\{.*?\}\}")
# What a template puts into a script: the way to the site's top, and nothing that could lead elsewhere.
WAY = r"(?:\.{1,2}(?:/\.\.)*|(?:/[\w.-]+)*/?)"
WRITTEN = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*><meta name="referrer"[^>]*>')
BEGINNING = re.compile(r"<head[^>]*>(?:\s*<meta charset=[^>]*>)?")


class Known(NamedTuple):
    """The scripts and styles that pages may hold: such as match a pattern, and some letter by letter."""

    patterns: tuple[re.Pattern[str], ...]
    texts: frozenset[str] = frozenset()

    def have(self, text: str) -> bool:
        """Whether a page may hold this one."""
        return text in self.texts or any(each.fullmatch(text) for each in self.patterns)


def scripts_of(templates: Iterable[Path]) -> Known:
    """The scripts and styles that stand in the templates of these folders, as what pages may hold."""
    texts = (file.read_text(encoding="utf-8") for folder in templates for file in sorted(folder.rglob("*.html")))
    found = {text for template in texts for _, text in _inline(template)}
    return Known(tuple(re.compile(WAY.join(map(re.escape, PLACE.split(text)))) for text in sorted(found)))


def texts_in(page: str) -> set[str]:
    """The scripts and styles that stand in a page."""
    return {text for _, text in _inline(page)}


def strangers_in(page: str, known: Known) -> Iterator[str]:
    """The scripts and styles in a page that stand in no template: browsers will not run them."""
    return (text for _, text in _inline(page) if not known.have(text))


def policy_of(page: str, known: Known) -> str:
    """The policy of a page, by the scripts and styles in its HTML that are known."""
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for tag, text in _inline(page):
        if known.have(text):
            hashes[tag].add(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'")
    allowed = {
        "default-src": "'none'",
        "script-src": " ".join([OURS, *sorted(hashes["script"])]),
        "style-src": " ".join([OURS, *sorted(hashes["style"])]),
        "img-src": f"{OURS} data:",
        "font-src": OURS,
        "connect-src": OURS,
        "manifest-src": OURS,
        "worker-src": OURS,
        "form-action": OURS,
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def guard(page: str, known: Known) -> str:
    """The page with its policy, before anything that it is about; a policy that stands there is written anew.

    Whoever changes a page's scripts or styles afterwards calls this again, with theirs among the known ones.
    """
    bare = WRITTEN.sub("", page)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_of(bare, known)}">'
    return BEGINNING.sub(lambda match: f'{match[0]}{meta}<meta name="referrer" content="no-referrer">', bare, count=1)


def _inline(html: str) -> Iterator[tuple[str, str]]:
    for tag, attributes, text in INLINE.findall(html):
        if tag == "style" or not DATA.search(attributes):
            yield tag, text
