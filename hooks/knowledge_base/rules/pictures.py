"""A picture has a text for those who do not see it: on a screen that is read aloud, and in a handout."""

import re
from collections.abc import Iterator

from ..library import Library
from ..problem import Problem

RULE = "pictures"
WITHOUT_TEXT = re.compile(r"!\[\s*\]")


def check(library: Library) -> Iterator[Problem]:
    """Problems of pictures on all pages."""
    for page in library.pages.values():
        if WITHOUT_TEXT.search(page.body):
            for line, text in enumerate(page.body.split("\n"), page.start):
                if mark := WITHOUT_TEXT.search(text):
                    remedy = "Say in the square brackets what the picture shows: ![words](picture.svg)"
                    yield Problem(page.file, line, RULE, "a picture without a text", remedy, text, mark[0])
