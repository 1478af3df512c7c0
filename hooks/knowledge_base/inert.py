"""What the engine makes of a page: words, and nothing that acts. It is the last look, at the HTML.

The rules look at what people write, and name its line. Should they and the engine ever read something differently, it
is found here. Whatever is not known is refused.
"""

import re
from collections.abc import Iterator
from html import unescape

TAG = re.compile(
    r"</?(?:p|h[1-6]|ul|ol|li|blockquote|em|strong|a|img|code|pre|table|thead|tbody|tr|th|td|dl|dt|dd|div|hr|br)"
    r'((?: (?:id|class|lang|href|src|alt|title|start)="[^"<>]*")*)(?: ?/)?>'
)
ADDRESS = re.compile(r' (href|src)="([^"]*)"')
CLASS = re.compile(r' class="([^"]*)"')
CLASSES = ("headerlink", "include", "admonition", "admonition-title", "editors-note", "example", "note")
HREF = re.compile(
    r"https?://[A-Za-z0-9.-]+(?:[/?#].*)?|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+|(?!//)[^\x00-\x20:\\\\]*"
)
SRC = re.compile(r"(?!//)[\w./-]+\.svg")


def active_parts(article: str) -> Iterator[str]:
    """The parts of an article's HTML that could do more than be read."""
    for match in TAG.finditer(article):
        for name, address in ADDRESS.findall(match[1]):
            if not (HREF if name == "href" else SRC).fullmatch(unescape(address)):
                yield match[0]
        if any(name not in CLASSES for names in CLASS.findall(match[1]) for name in names.split()):
            yield match[0]
    rest = TAG.sub("", article)
    if "<" in rest:
        start = rest.index("<")
        yield rest[start : start + 80]
