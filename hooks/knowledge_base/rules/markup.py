"""Pages are plain Markdown: no HTML, nothing that runs, nothing that only one of the two readers of Markdown sees.

It looks at signs, not at what a parser makes of them: a stranger may write what the two parsers read differently, and
what has none of these signs is harmless to both.
"""

import re
from collections.abc import Iterator

from ..library import Library
from ..problem import Problem

RULE = "markup"
NOTES = ("editors-note", "example", "note")
# What has signs of HTML or braces and is ours: mail addresses, and attribute lists of these kinds.
ALLOWED = re.compile(
    r"<[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+>"
    r'|\{:?[ ]*(?:#[A-Za-z][\w-]*|\.include|lang="?(?:en|es)"?)(?:[ ]+lang="?(?:en|es)"?)?[ ]*\}'
)
# Our reader of Markdown looks no deeper than ten lists in each other, the engine does.
TOO_DEEP = re.compile(r"^(?:\t|[ ]{2}|[-*+>][ \t]|\d+[.)][ \t]){9}")
# What is wrong, the signs that show it, what to do.
FAULTS = (
    (
        "HTML in a page",
        re.compile(r"<[A-Za-z/!?][^>]*>?"),
        "Write it in Markdown. An address is written [words](https://…); before a letter the sign < is HTML.",
    ),
    (
        "a letter as a reference of HTML",
        re.compile(r"&(?:#[^;\s]*;?|[A-Za-z][A-Za-z0-9]*;)"),
        "Write the letter or sign itself.",
    ),
    (
        "braces that are none of ours",
        re.compile(r"\{[^}]*\}?|\}"),
        "In braces stand only { #anchor }, { .include }, { lang=en } and { lang=es }.",
    ),
    (
        "a definition apart from its place",
        re.compile(r"\]:"),
        "Write the address where the words are: [words](address). Footnotes and abbreviations are not read here.",
    ),
    ("a command to read another file", re.compile(r"-+[ ]*8[ ]*<[ ]*-+"), "Write the words here, or include a page."),
    (
        "a note of a kind that we do not have",
        re.compile(rf"^[ ]*(?:\?\?\?|!!!(?![ ]+(?:{'|'.join(NOTES)})(?:[ ]+\"|[ ]*$))).*"),
        f"Write !!! and one of: {', '.join(NOTES)}.",
    ),
    ("lists that lie too deep in each other", TOO_DEEP, "Put at most three lists into each other."),
    ("a quotation in a quotation", re.compile(r"^[ ]*>[ ]*>.*"), "Quote it apart; one sign > begins each line."),
)
# Any of the signs; most lines have none.
SIGN = re.compile(r"<[A-Za-z/!?]|&[#A-Za-z]|\]:|8[ ]*<|\?\?\?|!!!|>[ ]*>|[{}]|" + TOO_DEEP.pattern)


def check(library: Library) -> Iterator[Problem]:
    """Problems of what pages are written with."""
    for page in library.pages.values():
        for line, text in enumerate(page.body.split("\n"), page.start):
            if not SIGN.search(text):
                continue
            rest = ALLOWED.sub(" ", text)
            for message, sign, remedy in FAULTS:
                if match := sign.search(rest):
                    yield Problem(page.file, line, RULE, message, remedy, text, match[0])
