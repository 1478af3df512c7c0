"""History: a file as it was, as far as this copy of the repository knows."""

from pathlib import Path

import pytest

from harness import commit
from knowledge_base.history import blob_of, has_history, lost_files, text_of


def test_a_committed_text_is_found_by_its_blob(tmp_path: Path) -> None:
    """A text is found after its file was changed and removed."""
    (tmp_path / "a.md").write_bytes(b"Before\r\n")
    commit(tmp_path)
    (tmp_path / "a.md").unlink()
    assert text_of(tmp_path, blob_of(b"Before\r\n")) == "Before\n"


@pytest.mark.parametrize("blob", ["", "0" * 40, "HEAD:a.md", "--help"])
def test_what_is_not_at_hand_is_empty(blob: str, tmp_path: Path) -> None:
    """An unknown blob, or what is none, gives no text and no error, in a repository and outside of one."""
    assert text_of(tmp_path / "outside", blob) == ""
    (tmp_path / "a.md").write_text("A", encoding="utf-8")
    commit(tmp_path)
    assert text_of(tmp_path, blob) == ""


def test_what_git_has_and_the_folder_has_not_is_named(tmp_path: Path) -> None:
    """A file that was taken away is named by its path, whatever letters it has; outside of a repository none is."""
    for name in ("docs/a.yml", "docs/ກ ຂ.yml", "b.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A", encoding="utf-8")
    assert lost_files(tmp_path, "docs") == []
    commit(tmp_path)
    assert has_history(tmp_path)
    for name in ("docs/a.yml", "docs/ກ ຂ.yml", "b.yml"):
        (tmp_path / name).unlink()
    assert lost_files(tmp_path, "docs") == ["docs/a.yml", "docs/ກ ຂ.yml"]
