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
    try:
        done = subprocess.run(["git", "-C", str(root), "cat-file", "blob", blob], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
