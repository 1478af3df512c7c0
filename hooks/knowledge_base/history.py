"""The repository's history, as far as pages need it: a file as it was when a translation was made from it."""

import re
import subprocess
from functools import cache
from hashlib import sha1
from pathlib import Path

BLOB = re.compile(r"[0-9a-f]{40}")


def blob_of(given: bytes) -> str:
    """The id that Git gives to a file with these bytes: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects."""
    return sha1(b"blob %d\0" % len(given) + given, usedforsecurity=False).hexdigest()


@cache
def text_of(root: Path, blob: str) -> str:
    """The text of the blob in the repository around `root`.

    "" where it is not at hand: there is no Git, or the history was not fetched, as in a shallow clone.
    """
    if not BLOB.fullmatch(blob):
        return ""
    return _ask(root, "cat-file", "blob", blob).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def lost_files(root: Path, folder: str) -> list[str]:
    """The files below a folder that Git has and the folder has not, by their paths below `root`."""
    found = _ask(root, "ls-files", "--deleted", "-z", "--", folder).decode(errors="replace")
    return sorted(file for file in found.split("\0") if file)


def has_history(root: Path) -> bool:
    """Whether earlier versions of the pages can be shown: there is Git, with all commits."""
    return _ask(root, "rev-parse", "--is-shallow-repository").strip() == b"false"


def _ask(root: Path, *words: str) -> bytes:
    """What Git answers; nothing where it cannot. The repository may be another user's: its code is run anyway."""
    try:
        done = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", str(root), *words], capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return b""
    return done.stdout
