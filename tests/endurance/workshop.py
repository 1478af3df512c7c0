"""Copies of the project that may be harmed: built by what `make site` runs, killed, and looked at."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
PARTS = (".ci", "docs", "hooks", "overrides", "mkdocs.yml")
# What is kept from build to build and takes long to make; each is written beside its place and then put there, so that
# a copy may share the files.
KEPT = ("compressed", "fonts", "handouts")
MKDOCS = Path(sys.executable).with_name("mkdocs")
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}

Site = Mapping[str, str]


@dataclass(frozen=True)
class Done:
    """A build that ended: its exit code, negative where it was killed, and what it said."""

    code: int
    said: str


def copy_project(into: Path) -> Path:
    """A copy of the project with its history and its packages; files that builds do not change are shared."""
    into = copy_pages(into)
    for name in (".git", "node_modules", *(f".cache/{each}" for each in KEPT)):
        share(PROJECT / name, into / name)
    return into


def copy_wholly(into: Path) -> Path:
    """A copy that shares nothing, so that it can be given to another user; nothing of earlier builds is in it."""
    into = copy_pages(into)
    for name in (".git", "node_modules"):
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, into / name, symlinks=True)
    return into


def copy_pages(into: Path) -> Path:
    """A copy of what belongs to the project."""
    for name in PARTS:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(PROJECT / name, into / name)
    return into


def share(folder: Path, into: Path) -> None:
    """A second folder with the same files, on the same disk without copying them."""
    if folder.is_dir():
        shutil.copytree(folder, into, symlinks=True, copy_function=_link)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # another disk
        shutil.copy2(source, target, follow_symlinks=False)


def start(project: Path, *before: str, **environment: str) -> subprocess.Popen[str]:
    """Begins what `make site` runs, in a group of processes of its own; `before` stands before the command."""
    command = [*before, sys.executable, str(project / ".ci" / "build-site"), str(MKDOCS)]
    return subprocess.Popen(
        command,
        cwd=project,
        env=ENVIRONMENT | environment,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> Done:
    """Waits for a build to end."""
    said, _ = process.communicate(timeout=1800)
    return Done(process.returncode, said)


def build(project: Path, *before: str, **environment: str) -> Done:
    """Runs what `make site` runs."""
    return finish(start(project, *before, **environment))


def kill_after(process: subprocess.Popen[str], seconds: float) -> bool:
    """Kills a build with all its processes after so many seconds; False if it had ended before."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    killed = process.wait() == -signal.SIGKILL
    process.communicate()
    while _are_there(process.pid):
        time.sleep(0.01)
    return killed


def _are_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def fingerprint(folder: Path) -> Site:
    """The SHA-256 of every file below a folder, by path; empty where the folder is not there."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def differences(one: Site, other: Site) -> list[str]:
    """The paths of the files that two sites do not have in common, letter by letter."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def left_behind(project: Path) -> list[str]:
    """What a build should not leave in the cache: half a site, an old one, half a file."""
    cache = project / ".cache"
    places = (cache / "site.new", cache / "site.last", *cache.rglob("*.part"))
    return [place.relative_to(project).as_posix() for place in places if place.exists()]
