"""The commands that make editions: where the files go, and what is said when something is missing."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from libzim.reader import Archive

from knowledge_base.__main__ import main
from knowledge_base.editions import shop
from tiny_site import make_site, read_all


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose site is built."""
    return make_site(tmp_path)


@pytest.mark.parametrize(
    ("command", "suffix", "names"),
    [("zim", ".zim", ["-en", "-km"]), ("epub", ".epub", ["-en", "-km"]), ("offline", ".zip", ["", "-en", "-km"])],
)
def test_each_language_has_a_file_among_the_downloads(
    command: str, suffix: str, names: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A whole file for each language stands beside what was there, and no other; each is named with its size."""
    before = read_all(project / "site").keys()
    assert main(["--project", str(project), command]) == 0
    made = [f"downloads/sse-knowledge-base{name}{suffix}" for name in names]
    assert read_all(project / "site").keys() == before | set(made)
    for name in made:
        file = project / "site" / name
        assert Archive(file).check() if command == "zim" else ZipFile(file).testzip() is None
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [str(project / "site" / name) for name in made]
    # There is no npm here: the Khmer book has to do without its letters.
    assert ["npm ci" in line for line in lines] == [*[False] * (len(made) - 1), command == "epub"]


@pytest.mark.parametrize(("command", "anew"), [("zim", ["-km"]), ("offline", ["", "-km"])])
def test_an_archive_is_made_again_only_when_something_changed(
    command: str, anew: list[str], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same site on the same day is taken from what was kept; what is kept of another time is thrown away."""
    kept = project / ".cache" / "editions"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert main(["--project", str(project), command]) == 0
    before = {file: file.stat().st_mtime_ns for file in kept.iterdir()}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767229200")
    assert main(["--project", str(project), command]) == 0
    assert {file: file.stat().st_mtime_ns for file in kept.iterdir()} == before
    make_site(project, km__="<h1>ថ្មី</h1>")
    assert main(["--project", str(project), command]) == 0
    after = set(kept.iterdir())
    assert len(after) == len(before)
    made = sorted(file.name.partition(".")[0] for file in after - before.keys())
    assert made == [f"sse-knowledge-base{name}" for name in anew]


@pytest.mark.parametrize("command", ["zim", "epub", "offline"])
@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("", "There is no site in"),
        ("km/index.html", "lacks languages that mkdocs.yml names: km"),
        ("index.html", "There is no site in"),
    ],
)
def test_a_site_that_is_not_whole_is_no_ground_for_editions(
    command: str, missing: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No site, or one without a language: said in a line with what to do, and nothing is written."""
    site = project / "site"
    shutil.rmtree(site) if not missing else (site / missing).unlink()
    before = read_all(project)
    assert main(["--project", str(project), command]) == 1
    said = capsys.readouterr().out
    assert message in said
    assert "make site" in said
    assert read_all(project) == before


def test_a_preview_of_one_language_is_not_the_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where one language alone was built, at the top, its pages are not taken for the English ones."""
    home = project / "site" / "index.html"
    home.write_text(home.read_text(encoding="utf-8").replace('lang="en"', 'lang="km"', 1), encoding="utf-8")
    assert main(["--project", str(project), "epub"]) == 1
    assert "lacks languages that mkdocs.yml names: en" in capsys.readouterr().out


def test_without_libzim_the_remedy_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The library may be missing where no wheel of it exists; books are made without it."""
    monkeypatch.setattr(shop, "find_spec", lambda name: None)
    assert main(["--project", str(project), "zim"]) == 1
    assert "pip install" in capsys.readouterr().out
    assert not list((project / "site" / "downloads").glob("sse-*"))
    assert main(["--project", str(project), "epub"]) == 0


@pytest.mark.parametrize(("command", "suffix"), [("zim", "zim"), ("offline", "zip")])
def test_an_archive_that_fails_leaves_nothing_behind(
    command: str, suffix: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page with a dead link stops it; the archive of the last time stays, and no half of a new one."""
    make_site(project, km__='<h1>ក</h1><p><a href="nowhere/">ខ</a></p>')
    file = project / "site" / "downloads" / f"sse-knowledge-base-km.{suffix}"
    file.write_bytes(b"of the last time")
    assert main(["--project", str(project), command]) == 1
    assert "km/index.html leads to nowhere/" in capsys.readouterr().out
    assert file.read_bytes() == b"of the last time"
    assert not list(project.rglob("*.part"))
