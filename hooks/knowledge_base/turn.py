"""Who builds in a folder, and who waits: a lock that the system takes from whoever is killed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

# `.ci/build-site` takes it too.
LOCK = Path(".cache/build.lock")


@contextmanager
def turn(project: Path) -> Iterator[None]:
    """While nobody else builds in the project; waits, and says so, until they are done."""
    file = project / LOCK
    if not file.parent.is_dir():  # nothing was built here yet
        yield
        return
    with file.open("w") as lock:
        if fcntl:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Another build of this folder is running; waiting for it.", file=sys.stderr, flush=True)
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
