"""`make site` puts a new site in place of the old one only when the whole build succeeded."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness import ENVIRONMENT, PROJECT, make_project, write_pages
from site_pages import FAULTS, GOOD


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that was built once by the command under `make site`."""
    project = make_project(tmp_path / "project", GOOD)
    shutil.copytree(PROJECT / ".ci", project / ".ci")
    assert build_site(project).returncode == 0
    return project


def build_site(project: Path) -> subprocess.CompletedProcess[str]:
    """Runs what `make site` runs, with the MkDocs of these tests."""
    mkdocs = Path(sys.executable).with_name("mkdocs")
    command = [str(project / ".ci" / "build-site"), str(mkdocs)]
    return subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def fingerprint(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_second_build_gives_the_same_bytes(project: Path) -> None:
    """Built again from the same pages, the site is the same, byte for byte."""
    before = fingerprint(project / "site")
    assert build_site(project).returncode == 0
    assert fingerprint(project / "site") == before


@pytest.mark.parametrize("what", FAULTS)
def test_a_failed_build_leaves_the_last_good_site(project: Path, what: str) -> None:
    """When a build fails, site/ is still the last good one, whole, and nothing half-built is left behind."""
    before = fingerprint(project / "site")
    write_pages(project / "docs" / "en", FAULTS[what].pages)
    done = build_site(project)
    assert done.returncode != 0
    assert FAULTS[what].place in done.stderr + done.stdout
    assert fingerprint(project / "site") == before
    assert not (project / ".cache" / "site.new").exists()


def test_a_site_that_was_being_swapped_when_the_power_failed_comes_back(project: Path) -> None:
    """After a stop between the two renames of a swap, the next build puts the last good site back, even if it fails."""
    before = fingerprint(project / "site")
    (project / "site").rename(project / ".cache" / "site.last")
    write_pages(project / "docs" / "en", {"index.md": "[nowhere](nowhere.md)\n"})
    assert build_site(project).returncode != 0
    assert fingerprint(project / "site") == before
