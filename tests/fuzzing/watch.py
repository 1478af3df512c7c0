"""Runs a target with an input and keeps what went wrong: one crash of each kind, with a short input."""

import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

HANG = 2.0  # seconds of the processor, not of the clock: other programs run beside
TRIES = 400


class Hang(BaseException):
    """A target that did not end; nothing between catches it by chance."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Hang(f"more than {HANG} s")


@dataclass(frozen=True)
class Crash:
    """What went wrong: `kind` is the same for the same fault."""

    kind: str
    told: str


def run(check: Callable[[bytes], object], given: bytes) -> Crash | None:
    """Runs a check; what went wrong, or None."""
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, HANG)
    try:
        check(given)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        signal.setitimer(signal.ITIMER_PROF, 0)
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "knowledge_base" in frame.filename] or frames
        check_line = next((frame.lineno for frame in reversed(frames) if "fuzzing/" in frame.filename), 0)
        last = ours[-1]
        kind = f"{type(error).__name__} in {Path(last.filename).name}:{last.name}"
        if isinstance(error, AssertionError):
            kind = f"AssertionError in {frames[-1].name}:{check_line}"
        return Crash(kind, "".join(traceback.format_exception(error, limit=-8))[-3000:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def shorten(check: Callable[[bytes], object], given: bytes, kind: str) -> bytes:
    """A shorter input that goes wrong in the same way, found by leaving out parts."""
    if kind.startswith("Hang"):
        return given
    size, tries = max(1, len(given) // 2), 0
    while size and tries < TRIES:
        at = 0
        while at < len(given) and tries < TRIES:
            shorter = given[:at] + given[at + size :]
            tries += 1
            crash = run(check, shorter)
            if crash and crash.kind == kind:
                given = shorter
            else:
                at += size
        size //= 2
    return given


class Log:
    """The crashes of one target, each kind once, as files in a folder."""

    def __init__(self, folder: Path, name: str, check: Callable[[bytes], object]) -> None:
        self.folder, self.name, self.check = folder, name, check
        self.kinds: dict[str, int] = {}
        self.count = 0
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, given: bytes) -> None:
        """Runs the target with an input; a crash of a new kind is written down."""
        self.count += 1
        crash = run(self.check, given)
        if not crash:
            return
        self.kinds[crash.kind] = self.kinds.get(crash.kind, 0) + 1
        if self.kinds[crash.kind] == 1:
            number = f"{self.name}-{os.getpid()}-{len(self.kinds)}"
            (self.folder / f"{number}.input").write_bytes(shorten(self.check, given, crash.kind))
            (self.folder / f"{number}.txt").write_text(f"{crash.kind}\n\n{crash.told}", encoding="utf-8")
