"""On a bad day the last good site stays whole, the message says what to do, and the next build recovers by itself.

Here on a tiny site; `make faults` does the same, and more, with the real one (tests/endurance/).
"""

import os
import re
import shutil
import signal
import time
from pathlib import Path

import pytest
from moving import MACHINES
from taking_away import taken_away
from workshop import Site, build, differences, fingerprint, finish, kill_after, left_behind, share, start

from harness import PROJECT, commit, make_project
from knowledge_base.reading import read_library
from knowledge_base.recording import update_records
from site_pages import GOOD, LAO

PAGE = "docs/en/index.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site in English and Lao, in Git, built once."""
    project = tmp_path_factory.mktemp("bad") / "project"
    make_tiny(project)
    commit(project)
    done = build(project)
    assert done.code == 0, done.said
    return project


def make_tiny(project: Path) -> None:
    """A project of a few pages with what `make site` needs."""
    make_project(project, GOOD | LAO)
    update_records(project / "docs", read_library(project / "docs").pages, "2026-01-01", "person")
    shutil.copytree(PROJECT / ".ci", project / ".ci")
    share(PROJECT / "node_modules", project / "node_modules")
    config = project / "mkdocs.yml"
    few = re.sub(r" +- \{ locale: (?!en|lo).*\n", "", config.read_text(encoding="utf-8"))
    config.write_text(few, encoding="utf-8")
    (project / ".gitignore").write_text("node_modules\n.cache\nsite\n__pycache__\n", encoding="utf-8")


def test_a_killed_build_leaves_a_whole_site_and_the_next_one_recovers(project: Path) -> None:
    """After kills at three moments site/ is the one before, byte for byte, and the next build succeeds by itself."""
    page = project / PAGE
    text = page.read_text(encoding="utf-8")
    before = fingerprint(project / "site")
    page.write_text(f"{text}\nNew.\n", encoding="utf-8")
    seen: list[Site] = []
    for moment in (0.2, 0.7, 1.2):
        assert kill_after(start(project), moment) or seen
        seen.append(fingerprint(project / "site"))
    assert build(project).code == 0
    now = fingerprint(project / "site")
    assert "index.html" in differences(before, now)
    assert all(each in (before, now) for each in seen)
    assert left_behind(project) == []
    page.write_text(text, encoding="utf-8")
    assert build(project).code == 0
    assert fingerprint(project / "site") == before


def test_two_builds_at_once_do_not_mix(project: Path) -> None:
    """Whoever comes second says so, and waits."""
    before = fingerprint(project / "site")
    first = start(project)
    time.sleep(0.5)
    second = finish(start(project))
    first_done = finish(first)
    assert (first_done.code, second.code) == (0, 0)
    assert "waiting for it" in second.said
    assert "waiting" not in first_done.said
    assert fingerprint(project / "site") == before


def test_a_build_of_which_only_one_process_was_killed_is_not_waited_for(project: Path) -> None:
    """When the system ends MkDocs alone, the processes that it began end too: the next build begins at once."""
    before = fingerprint(project / "site")
    running = start(project, SITE_JOBS="2")
    mkdocs = None
    until = time.monotonic() + 30
    while (mkdocs is None or not children_of(mkdocs)) and time.monotonic() < until:
        mkdocs = next(iter(children_of(running.pid)), None)
        time.sleep(0.05)
    assert mkdocs
    os.kill(mkdocs, signal.SIGKILL)
    done = finish(running)
    assert done.code != 0
    assert "was killed; start it again" in done.said
    assert fingerprint(project / "site") == before
    after = build(project)
    assert after.code == 0
    assert "waiting" not in after.said


def children_of(process: int) -> list[int]:
    """The processes that a process began."""
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


@pytest.mark.parametrize("path", ["docs/lo", "docs/.translations/lo/labels.po"])
def test_what_is_lost_is_named_with_what_puts_it_back(project: Path, path: str) -> None:
    """A language's folder, and a file beside the pages: the build fails, and says how to put them back."""
    before = fingerprint(project / "site")
    with taken_away(project, path):
        done = build(project)
    assert done.code != 0
    assert path in done.said
    assert "git restore" in done.said
    assert fingerprint(project / "site") == before


def test_a_full_disk_ends_the_build_with_a_sentence(project: Path) -> None:
    """Where files cannot be written any more, the build says so without a traceback, and the last site stays."""
    if not shutil.which("prlimit"):
        pytest.skip("there is no prlimit, which stops writing without a full disk")
    before = fingerprint(project / "site")
    done = build(project, "prlimit", "--fsize=9000")
    assert done.code != 0
    assert "To do: make room, then build again." in done.said
    assert "Traceback" not in done.said
    assert fingerprint(project / "site") == before


def test_without_packages_the_site_is_built_and_says_what_it_lacks(project: Path, tmp_path: Path) -> None:
    """Without node_modules and Git less is offered; the build names the commands that bring both."""
    copy = tmp_path / "copy"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("node_modules", ".git", "site"))
    done = build(copy)
    assert done.code == 0, done.said
    assert "npm ci" in done.said
    assert "git fetch" in done.said
    assert "index.html" in fingerprint(copy / "site")


def test_another_machine_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Another path, time zone, language, home, umask, order of sets and number of processes change no byte."""
    machine = MACHINES[-1]
    copy = tmp_path / machine.path
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    old = os.umask(machine.mask)
    try:
        done = build(copy, **machine.environment)
    finally:
        os.umask(old)
    assert done.code == 0, done.said
    assert differences(fingerprint(project / "site"), fingerprint(copy / "site")) == []
