"""Takes away from the real site's project what a build needs, one thing after the other: run by `make faults`.

Each time the last good site must stay, or a whole one that says what it does without; the message must say what to do;
and with the thing put back the next build must give the same site.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory
from typing import NamedTuple

from workshop import Done, build, copy_project, differences, fingerprint, left_behind

# Of a disk with room enough, in bytes.
LARGE = 2 << 30


class Fault(NamedTuple):
    """Something that goes wrong, and what the build must say then.

    path     what is taken away, or cut short
    says     words of the message; with "" nothing needs to be said
    stops    whether the build must fail; else it must succeed
    """

    path: str
    says: str
    stops: bool


# What belongs to the project stops the build; without what npm brings less is offered.
AWAY = (
    Fault("docs/lo", "git restore docs/lo", True),
    Fault("docs/.translations/lo", "docs/.translations/lo/labels.po", True),
    Fault("docs/.translations/lo/about.yml", "git restore docs/.translations/lo/about.yml", True),
    Fault("docs/.translations/lo/labels.po", "docs/.translations/lo/labels.po", True),
    Fault("docs/.translations/lo/terms.csv", "git restore docs/.translations/lo/terms.csv", True),
    Fault("overrides", "", True),
    Fault(".git", "git fetch --unshallow", False),
    Fault("node_modules/@fontsource-variable/noto-sans-lao-looped", "npm ci", False),
    Fault("node_modules/@fontsource/noto-sans-lao-looped", "npm ci", False),
    Fault("node_modules/esbuild", "npm ci", False),
    Fault("node_modules", "npm ci", False),
    Fault(".cache", "", False),
)
CUT_SHORT = (
    "node_modules/@fontsource-variable/noto-sans-lao-looped/files/noto-sans-lao-looped-lao-wght-normal.woff2",
    "node_modules/@fontsource/noto-sans-lao-looped/files/noto-sans-lao-looped-lao-400-normal.woff2",
)


@contextmanager
def taken_away(project: Path, name: str) -> Iterator[None]:
    """While a part of the project is not there."""
    path, aside = project / name, project.with_name("aside")
    path.rename(aside)
    try:
        yield
    finally:
        if path.is_dir():
            subprocess.run(["rm", "-rf", str(path)], check=True)
        aside.rename(path)


@contextmanager
def cut_short(path: Path) -> Iterator[None]:
    """While a file has its first half only; other names of the same file are left alone."""
    whole = path.read_bytes()
    for content in (whole[: len(whole) // 2], whole):
        path.unlink()
        path.write_bytes(content)
        if content != whole:
            yield


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A disk of so many bytes on a folder (needs root and Linux)."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def try_fault(project: Path, name: str, run: Callable[[], Done], says: str, stops: bool | None) -> bool:
    """Whether all is well while something is wrong; says what is not."""
    before = fingerprint(project / "site")
    done = run()
    now = fingerprint(project / "site")
    wrong = []
    if stops is not None and bool(done.code) != stops:
        wrong.append(f"the build ended with {done.code}")
    if done.code and now != before:
        wrong.append(f"the last good site was changed: {differences(before, now)[:5]}")
    if not done.code and "index.html" not in now:
        wrong.append("there is no site")
    if says not in done.said:
        wrong.append(f"nothing says: {says}")
    if done.code and "Traceback" in done.said:
        wrong.append("a traceback")
    if left := left_behind(project):
        wrong.append(f"left behind: {left[:5]}")
    outcome = "failed, the last good site is whole" if done.code else f"succeeded, {len(now)} files"
    print(f"{name}: {outcome}{''.join(f'; WRONG: {each}' for each in wrong)}", flush=True)
    if wrong or done.code:
        print("    " + "\n    ".join(done.said.strip().splitlines()[-6:]), flush=True)
    return not wrong


def main(copy: Callable[[Path], Path]) -> int:
    """Tries all faults on the project that `copy` makes in a folder; 0 where all is well."""
    with TemporaryDirectory(prefix="taking-away-") as folder:
        results = [*try_lost(copy(Path(folder) / "project"))]
        if os.geteuid() == 0 and sys.platform == "linux":
            results += try_full_disks(Path(folder), copy)
        else:
            print("Not tried, since it needs root on Linux: no network, a full disk.")
    print(f"{sum(results)} of {len(results)} are well.")
    return int(not all(results))


def try_lost(project: Path) -> Iterator[bool]:
    """Takes away one thing after the other, and puts it back; the network too."""
    first = build(project)
    if first.code:
        sys.exit(f"the first build failed: {first.said[-2000:]}")
    good = fingerprint(project / "site")

    def comes_back() -> bool:
        done, now = build(project), fingerprint(project / "site")
        if done.code or now != good:
            print(f"    WRONG afterwards: {done.code}, {differences(good, now)[:5]}, {done.said[-500:]}", flush=True)
        return not done.code and now == good

    for fault in AWAY:
        if (project / fault.path).exists():
            with taken_away(project, fault.path):
                well = try_fault(project, fault.path, lambda: build(project), fault.says, fault.stops)
            yield comes_back() and well
    for path in CUT_SHORT:
        with cut_short(project / path):
            well = try_fault(project, f"half of {path}", lambda: build(project), "npm ci", None)
        yield comes_back() and well
    if os.geteuid() == 0 and sys.platform == "linux":
        well = try_fault(project, "the network", lambda: build(project, "unshare", "--net"), "", False)
        yield well and fingerprint(project / "site") == good


def try_full_disks(folder: Path, copy: Callable[[Path], Path]) -> Iterator[bool]:
    """Builds on disks with too little room: for a few pages, for half of the site, for nearly all."""
    with small_disk(folder / "disk", LARGE) as disk:
        project = copy(disk / "project")
        before = disk_usage(disk).used
        yield not build(project).code
        good, used = fingerprint(project / "site"), disk_usage(disk).used
        # What is kept from build to build is linked into each site and takes no room there.
        for part in (0.02, 0.5, 0.9):
            resize(disk, used + int((used - before) * part))
            yield try_fault(project, f"room for {part:.0%} of the site", lambda: build(project), "make room", True)
        resize(disk, LARGE)
        yield not build(project).code and fingerprint(project / "site") == good


def resize(disk: Path, size: int) -> None:
    """Gives a disk that is in use another size."""
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


if __name__ == "__main__":
    sys.exit(main(copy_project))
