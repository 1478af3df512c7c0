"""Kills the build of the real site at fifty random moments: run by `make faults`.

After each, the site must be whole, the one before or the new one, and the next build must succeed by itself.
"""

import math
import random
import sys
import time
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop import KEPT, build, copy_project, differences, fingerprint, kill_after, left_behind, start

SEED = 20261126
KILLS = 50
# Every fifth time a twentieth of what is kept is gone, so that the build is killed while it makes this anew.
WITH_GAPS, GAPS = 5, 0.05
PAGE = "docs/en/about.md"


def main(kills: int) -> int:
    chance = random.Random(SEED)
    with TemporaryDirectory(prefix="killing-") as folder:
        project = copy_project(Path(folder) / "project")
        page = project / PAGE
        text = page.read_text(encoding="utf-8")
        _must(build(project), "the first build")
        first = fingerprint(project / "site")
        began = time.monotonic()
        _must(build(project), "the second build")
        duration = time.monotonic() - began
        print(f"{len(first)} files; a build takes {duration:.1f} s; seed {SEED}.", flush=True)
        faults, new, number = 0, 0, 0
        for turn in range(kills):
            if turn % WITH_GAPS == WITH_GAPS - 1:
                _make_gaps(project, chance, set(first.values()))
            moment, killed = duration * (turn + chance.random()) / kills, False
            while not killed:
                before = fingerprint(project / "site")
                # Each build is another one, so that a mixture of two would be seen.
                number += 1
                page.write_text(f"{text}\nBuild {number}.\n", encoding="utf-8")
                killed = kill_after(start(project), moment)
                # Where it was quicker than the one before: the same again, earlier.
                moment *= 1 if killed else 0.95
            after = fingerprint(project / "site")
            began = time.monotonic()
            recovery = build(project)
            duration = time.monotonic() - began
            now = fingerprint(project / "site")
            wrong = []
            if after not in (before, now):
                wrong.append(f"the site was a mixture: {differences(before, after)[:5]}")
            if recovery.code:
                wrong.append(f"the next build failed: {recovery.said[-500:]}")
            elif now == before:
                wrong.append("the next build changed nothing")
            if left := left_behind(project):
                wrong.append(f"left behind: {left[:5]}")
            faults += bool(wrong)
            new += after == now
            print(
                f"{turn + 1:3}. killed after {moment:5.2f} s of {duration:.1f}: {'; '.join(wrong) or 'whole'}",
                flush=True,
            )
        page.write_text(text, encoding="utf-8")
        _must(build(project), "the last build")
        if changed := differences(first, fingerprint(project / "site")):
            faults += 1
            print(f"After all, the site of the first pages is another: {changed[:5]}")
    print(f"{kills - faults} of {kills} kills left a whole site ({new} the new one), and the next build succeeded.")
    return int(faults > 0)


def _make_gaps(project: Path, chance: random.Random, used: Collection[str]) -> None:
    """Takes away a part of what is kept and was used; `used` has the checksums of the site's files."""
    for name in KEPT:
        files = [file for file in sorted((project / ".cache" / name).iterdir()) if file.is_file()]
        needed = [file for file in files if sha256(file.read_bytes()).hexdigest() in used]
        for file in chance.sample(needed, math.ceil(len(needed) * GAPS)):
            file.unlink()


def _must(done: object, what: str) -> None:
    if getattr(done, "code", 1):
        sys.exit(f"{what} failed: {getattr(done, 'said', '')[-2000:]}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
