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
from tempfile import TemporaryDirectory
from typing import NamedTuple

from workshop import Done, build, copy_project, differences, fingerprint, left_behind

MEGABYTE = 1 << 20


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
    Fault("docs/.translations/lo", "docs/.translations/labels.pot", True),
    Fault("docs/.translations/lo/about.yml", "git restore docs/.translations/lo/about.yml", True),
    Fault("docs/.translations/lo/labels.po", "docs/.translations/labels.pot", True),
    Fault("docs/.translations/lo/terms.csv", "git restore docs/.translations/lo/terms.csv", True),
    Fault("overrides", "", True),
    Fault(".git", "git fetch --unshallow", False),
    Fault("node_modules/@fontsource-variable/noto-sans-khmer", "npm ci", False),
    Fault("node_modules/@fontsource/noto-sans-khmer", "npm ci", False),
    Fault("node_modules/esbuild", "npm ci", False),
    Fault("node_modules", "npm ci", False),
    Fault(".cache", "", False),
)
CUT_SHORT = (
    "node_modules/@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2",
    "node_modules/@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2",
)


@contextmanager
def taken_away(path: Path) -> Iterator[None]:
    """While something is not in its place."""
    aside = path.with_name(f"{path.name}.aside")
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


def size_of(folder: Path) -> int:
    """What the files below a folder take on a disk."""
    return sum((file.lstat().st_size + 4095) // 4096 * 4096 for file in folder.rglob("*"))


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


def main() -> int:
    results = []
    with TemporaryDirectory(prefix="taking-away-") as folder:
        project = copy_project(Path(folder) / "project")
        first = build(project)
        if first.code:
            sys.exit(f"the first build failed: {first.said[-2000:]}")
        good = fingerprint(project / "site")

        def and_back() -> bool:
            done, now = build(project), fingerprint(project / "site")
            if well := not done.code and now == good:
                return well
            print(f"    WRONG afterwards: {done.code}, {differences(good, now)[:5]}, {done.said[-500:]}", flush=True)
            return False

        for fault in AWAY:
            with taken_away(project / fault.path):
                results.append(try_fault(project, fault.path, lambda: build(project), fault.says, fault.stops))
            results.append(and_back())
        for path in CUT_SHORT:
            with cut_short(project / path):
                results.append(try_fault(project, f"half of {path}", lambda: build(project), "npm ci", None))
            results.append(and_back())
        if os.geteuid() == 0 and sys.platform == "linux":
            alone = try_fault(project, "no network", lambda: build(project, "unshare", "--net"), "", False)
            results += [alone, fingerprint(project / "site") == good]
            results += try_full_disks(Path(folder))
        else:
            print("Not tried, since it needs root on Linux: no network, a full disk.")
    print(f"{sum(results)} of {len(results)} are well.")
    return int(not all(results))


def try_full_disks(folder: Path) -> Iterator[bool]:
    """Builds on disks with too little room: for a few pages, for half of the site, for nearly all."""
    with small_disk(folder / "disk", 2048 * MEGABYTE) as disk:
        project = copy_project(disk / "project")
        yield not build(project).code
        good, used, site = fingerprint(project / "site"), size_of(disk), size_of(project / "site")
        for share_of_site in (0.02, 0.5, 0.9):
            room = used + int(site * share_of_site)
            subprocess.run(["mount", "-o", f"remount,size={room}", str(disk)], check=True)
            name = f"room for {share_of_site:.0%} of the site"
            yield try_fault(project, name, lambda: build(project), "make room", True)
        subprocess.run(["mount", "-o", f"remount,size={2048 * MEGABYTE}", str(disk)], check=True)
        yield not build(project).code and fingerprint(project / "site") == good


if __name__ == "__main__":
    sys.exit(main())
