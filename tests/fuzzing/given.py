"""What a check is given: bytes, as a file or as texts, and the problems that reading them finds."""

import re
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from tempfile import mkdtemp

from knowledge_base.problem import Problem

# Parts one input into several texts: the fields of a record, the English page and its translation.
BETWEEN = "\x1e"
LETTER = re.compile(r"[^\W\d_]")


@cache
def folder() -> Path:
    """A folder of this process for files to be read."""
    return Path(mkdtemp(prefix="fuzzing-"))


def file_with(given: bytes, name: str) -> Path:
    """A file that holds these bytes."""
    file = folder() / name
    file.write_bytes(given)
    return file


def texts_in(given: bytes, count: int) -> list[str]:
    """The input as so many texts, in Unicode that can be written."""
    parts = given.decode("utf-8", "replace").replace("\r", "\n").split(BETWEEN)
    return list(islice(cycle(parts), count))


def say(problems: list[Problem]) -> None:
    """Every problem can be shown in a terminal."""
    for problem in problems:
        str(problem).encode("utf-8", "backslashreplace")
