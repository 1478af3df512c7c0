"""Checkers in Java that come with Python packages: each is run once for all files, since Java starts slowly."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path


def folder_of(package: str) -> Path | None:
    """The folder of a package with jars, where it and Java are installed."""
    spec = find_spec(package)
    if spec is None or spec.origin is None or shutil.which("java") is None:
        return None
    return Path(spec.origin).parent


def check_all(command: Sequence[str], files: Sequence[Path], well: str) -> dict[Path, list[str]]:
    """What a checker has to say against each file.

    command the checker, to be followed by the files; it prints a line for each message: the file, a tab, the message
    well    what it says of a file without a fault
    """
    answer = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True)
    lines = [line.split("\t", 1) for line in answer.stdout.splitlines() if "\t" in line]
    found = {file: [message for name, message in lines if name == str(file)] for file in files}
    # A missing answer is a failure, never a pass.
    silent = [file.name for file, messages in found.items() if not messages]
    if silent:
        raise RuntimeError(f"The checker said nothing about {silent}: {answer.stderr}")
    return {file: [message for message in messages if message != well] for file, messages in found.items()}
