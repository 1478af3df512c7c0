"""Work that a process of its own does while this one goes on."""

import ctypes
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
WHEN_PARENT_ENDS = 1  # PR_SET_PDEATHSIG
# What the process does: it is there from the start, since the process is a copy of the one that began it.
_task: Callable[[], Any]


def can_copy() -> bool:
    """Whether this process may be copied: its other threads would not come along, nor let go of what they hold."""
    return hasattr(os, "fork") and threading.active_count() == 1


class Aside(Generic[Result]):
    """A piece of work that is done aside, or at once where it cannot be."""

    def __init__(self, task: Callable[[], Result], cores: int) -> None:
        self._pool = None
        if cores > 1 and can_copy():
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _enter, (task,))
            self._future = self._pool.submit(_run)
        else:
            self._result = task()

    def result(self) -> Result:
        """What came of it; waits until it is there. What it raised is raised here."""
        if self._pool:
            self._result = self._future.result()
            self._pool.shutdown()
            self._pool = None
        return self._result


def end_with_parent() -> None:
    """Has the system end this process when the one that began it is killed: it would wait for work for ever (Linux)."""
    library = ctypes.CDLL(None)
    if hasattr(library, "prctl"):
        library.prctl(WHEN_PARENT_ENDS, signal.SIGKILL)


def _enter(task: Callable[[], Any]) -> None:
    global _task
    end_with_parent()
    _task = task


def _run() -> Any:
    return _task()
