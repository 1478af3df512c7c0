"""What stops a build and is no fault of the pages: a full disk, a file that went away; and what to do about it."""

import errno
from collections.abc import Iterator

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
PACKAGES, CACHE = "node_modules", ".cache"


class Mishap(Exception):
    """Something outside the pages that stops a build; the message says what, and what to do."""


def explain(error: BaseException) -> str:
    """What happened and what to do, in two sentences; "" where the error is none of these."""
    for each in _with_causes(error):
        if isinstance(each, Mishap):
            return str(each)
        if isinstance(each, MemoryError):
            return (
                "There is not enough memory. To do: close other programs, or build with SITE_JOBS=1, which takes less."
            )
        if isinstance(each, OSError) and each.errno:
            return _explain_file(each)
    return ""


def _explain_file(error: OSError) -> str:
    file = str(error.filename) if error.filename else ""
    if error.errno in FULL:
        # Where something is copied, the file that it names is the one that was read.
        return f"{error.strerror}: the disk is full, or your part of it. To do: make room, then build again."
    what = f"{error.strerror}{f': {file}' if file else ''}."
    if error.errno in FORBIDDEN:
        return f"{what} To do: let the user who builds write there, then build again."
    if PACKAGES in file:
        return f"{what} To do: install the packages anew: npm ci"
    if CACHE in file:
        return f"{what} To do: build again; if it comes again, remove the folder {CACHE}."
    if error.errno == errno.ENOENT and file:
        return f"{what} To do: put it back (Git has what belongs to the project: git status), then build again."
    return ""


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error and error not in seen:
        seen.append(error)
        yield error
        error = error.__cause__ or error.__context__
