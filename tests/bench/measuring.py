"""What a build costs, measured from outside: time, processor time, and the memory of all its processes together."""

import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
# Seconds between two looks at the memory.
PAUSE = 0.1


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds on the clock, seconds of processor time, peak memory of all processes in MB."""

    seconds: float
    processor: float
    memory: float


def measure(config: Path, folder: Path, **environment: str) -> Cost:
    """Builds once in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(config),
        "--site-dir",
        str(folder),
    ]
    start = time.perf_counter()
    given = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_LOCALE": "", "SITE_JOBS": "0"} | environment
    process = os.posix_spawn(sys.executable, command, given)
    peak, ended = [0.0], threading.Event()
    looking = threading.Thread(target=_look, args=(process, peak, ended))
    looking.start()
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    ended.set()
    looking.join()
    if status:
        sys.exit(f"The build with {config.name} failed; see above.")
    return Cost(seconds, used.ru_utime + used.ru_stime, max(peak[0], used.ru_maxrss / 1024))


def _look(process: int, peak: list[float], ended: threading.Event) -> None:
    while not ended.wait(PAUSE):
        peak[0] = max(peak[0], sum(map(_memory, _family(process))))


def _family(process: int) -> list[int]:
    """A process and all that it began, as far as they are still there."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [process, *(each for child in children for each in _family(int(child)))]


def _memory(process: int) -> float:
    """The memory of a process in MB; what several share is divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
