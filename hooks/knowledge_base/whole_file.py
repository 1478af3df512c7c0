"""Files that are there whole or not at all, whoever is killed while writing them, and however many write the same."""

import os
from collections.abc import Callable
from pathlib import Path


def put(file: Path, write: Callable[[Path], object]) -> None:
    """Has a file written beside its place, and put there when it is whole.

    What a killed process leaves is called "<name>.<number of the process>.part"; `.ci/build-site` removes it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        write(part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def put_bytes(file: Path, content: bytes) -> None:
    """The same for a file with these bytes."""
    put(file, lambda part: part.write_bytes(content))


def kept(file: Path, make: Callable[[], bytes]) -> bytes:
    """The bytes of a file that is kept from build to build; where it is not there, they are made, and kept."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        made = make()
        put_bytes(file, made)
        return made
