"""The signs of Markdown are the plain ones of a keyboard, not those that a word processor puts in their place."""

import re
from collections.abc import Iterator

from ..library import Library
from ..problem import Problem

RULE = "signs"
NOTE = re.compile(r"[ ]*!!! ")
PLAIN_NOTE = re.compile(r'[ ]*!!! [\w-]+(?: "[^"]*")?[ ]*')
CURLY = "\u201c\u201d\u201e\u2018\u2019"
ATTRIBUTES = re.compile(rf"\{{[^}}\n]*[{CURLY}][^}}\n]*\}}")
# Spaces that do not break: before an attribute list, behind the signs of a heading, a list's item or a quotation.
NO_BREAK = re.compile("[\u00a0\u202f]+(?=\\{)|(?<=[#>*-])[\u00a0\u202f]+|(?<=^[0-9][.)])[\u00a0\u202f]+")


def check(library: Library) -> Iterator[Problem]:
    """Problems of the signs in pages: the engine would show them to readers instead of obeying them."""
    for page in library.pages.values():
        for line, text in enumerate(page.body.split("\n"), page.start):
            if NOTE.match(text) and not PLAIN_NOTE.fullmatch(text):
                message = "the title of a note needs plain quotation marks"
                yield Problem(page.file, line, RULE, message, 'Write it as !!! editors-note "Title".', text)
            if match := ATTRIBUTES.search(text):
                message = "curly quotation marks in braces"
                yield Problem(page.file, line, RULE, message, 'Write plain ones: "', text, match[0])
            if not text.isascii() and NO_BREAK.search(text):
                message = "a space that does not break, where the sign before or behind it needs a plain one"
                yield Problem(page.file, line, RULE, message, "Delete it and type a space.", text)
