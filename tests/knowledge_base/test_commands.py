"""The command line: what `make` calls."""

import json
import re
from pathlib import Path

import pytest

from harness import make_library
from knowledge_base.__main__ import main

CONFIG = """
nav: [a.md]
plugins:
  - i18n:
      languages:
        - { locale: en, name: English }
        - { locale: id, name: Bahasa Indonesia }
"""
PAGES: dict[str, str | bytes] = {
    "../../mkdocs.yml": CONFIG,
    "a.md": "# A\n\nOne.\n\n## B { #b }\n\nTwo.\n",
    "../id/a.md": "# A1\n\nSatu.\n\n## B1 { #b }\n\nDua.\n",
    "../.translations/reviewers.yml": "Budi: [id]\n",
}


@pytest.fixture
def project(tmp_path: Path) -> str:
    """A project with one page and its translation, on record."""
    make_library(tmp_path, PAGES)
    assert main(["--project", str(tmp_path), "translations", "--origin", "machine"]) == 0
    return str(tmp_path)


def told(project: str, capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    """How many blocks are in which state, as the JSON says."""
    capsys.readouterr()
    assert main(["--project", project, "status", "--json"]) == 0
    blocks: dict[str, int] = json.loads(capsys.readouterr().out)[0]["blocks"]
    return {state: count for state, count in blocks.items() if count}


def test_a_section_is_reviewed_by_somebody_who_is_named(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A review marks the blocks under an anchor, or all of the page; what it marked stays when records are written."""
    assert main(["--project", project, "review", "id", "a", "Budi", "--section", "b"]) == 0
    assert told(project, capsys) == {"reviewed": 2, "draft": 2}
    assert main(["--project", project, "translations"]) == 0
    assert told(project, capsys) == {"reviewed": 2, "draft": 2}
    assert main(["--project", project, "review", "id", "a.md", "Budi"]) == 0
    assert told(project, capsys) == {"reviewed": 4}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["id", "a", "Ana"], "Ana is not named as a reviewer of id"),
        (["id", "b", "Budi"], "there is no such translation"),
        (["en", "a", "Budi"], "there is no such translation"),
        (["id", "a", "Budi", "--section", "c"], "nothing stands under #c"),
    ],
)
def test_a_review_that_cannot_be_says_why_and_changes_nothing(
    arguments: list[str], message: str, project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody who is not named for the language, a page or an anchor that is not there: said, and nothing written."""
    assert main(["--project", project, "review", *arguments]) == 1
    assert message in capsys.readouterr().out
    assert told(project, capsys) == {"draft": 4}


@pytest.mark.parametrize("command", [["translations"], ["review", "id", "a", "Budi"]])
def test_a_damaged_record_is_named_and_left_as_it_is(
    command: list[str], project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither command writes over a record that cannot be read: it may hold reviews."""
    record = Path(project) / "docs/.translations/id/a.yml"
    record.write_text(
        damaged := record.read_text(encoding="utf-8").replace("english:", "inglish:", 1), encoding="utf-8"
    )
    assert main(["--project", project, *command]) == 1
    assert "docs/.translations/id/a.yml:4: this is no record of a block" in capsys.readouterr().out
    assert record.read_text(encoding="utf-8") == damaged


def test_what_a_machine_changed_is_said_to_be_a_machines(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Changed words are a person's, unless whoever writes the records says that a machine made them."""
    page, record = Path(project) / "docs/id/a.md", Path(project) / "docs/.translations/id/a.yml"
    page.write_text(page.read_text(encoding="utf-8").replace("Satu.", "Seekor."), encoding="utf-8")
    assert main(["--project", project, "translations"]) == 0
    assert record.read_text(encoding="utf-8").count('origin: "person"') == 1
    page.write_text(page.read_text(encoding="utf-8").replace("Seekor.", "Suatu."), encoding="utf-8")
    assert main(["--project", project, "translations", "--origin", "machine"]) == 0
    assert record.read_text(encoding="utf-8").count('origin: "person"') == 0


def test_the_terminal_tells_what_waits_for_a_translator(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    """After a change of the English each place that needs a translator is named with file and line."""
    (Path(project) / "docs/en/a.md").write_text("# A\n\nOne fish.\n\n## B { #b }\n\nTwo.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--project", project, "status"]) == 0
    assert "docs/id/a.md:3: stale: One fish." in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("form", ["po", "xlf"])
def test_a_file_goes_out_and_comes_back(form: str, project: str, tmp_path: Path) -> None:
    """What is changed in the exported file is changed on the page after the import."""
    file = tmp_path / f"id.{form}"
    assert main(["--project", project, "export", "id", str(file)]) == 0
    file.write_text(file.read_text(encoding="utf-8").replace("Satu.", "Seekor."), encoding="utf-8")
    assert main(["--project", project, "import", "id", str(file)]) == 0
    assert (tmp_path / "docs/id/a.md").read_text(encoding="utf-8").startswith("# A1\n\nSeekor.\n")
    assert main(["--project", project, "export", "id", str(tmp_path / "id.doc")]) == 1


def test_the_terminal_counts_pages_and_blocks_of_each_language(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for the states and one for each language; a page that is not there is named."""
    make_library(tmp_path, {"../../mkdocs.yml": CONFIG.replace("[a.md]", "[a.md, b.md]"), "b.md": "# B\n\nThree.\n"})
    capsys.readouterr()
    assert main(["--project", project, "status"]) == 0
    heads, numbers, *places = capsys.readouterr().out.splitlines()
    assert heads.split() == ["pages", "reviewed", "draft", "look", "stale", "missing"]
    assert numbers.split() == ["id", "1", "0", "4", "0", "0", "2"]
    assert [len(line) for line in (heads, numbers)] == [70, 70]
    assert places == ["docs/id/b.md: missing"]


def test_programs_are_told_the_same(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    """For each page its blocks by state, and the places that need a translator, in letters that people can read."""
    (Path(project) / "docs/en/a.md").write_text("# A\n\nOne ปลา.\n\n## B { #b }\n\nTwo.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--project", project, "status", "--json"]) == 0
    told = capsys.readouterr().out
    assert "ปลา" in told
    assert json.loads(told) == [
        {
            "locale": "id",
            "page": "a.md",
            "blocks": {"reviewed": 0, "draft": 3, "look": 0, "stale": 1, "missing": 0},
            "places": [{"state": "stale", "name": "block-2", "line": 3, "words": "One ปลา."}],
        }
    ]


def test_without_a_command_the_pages_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Problems are listed and counted, and it fails; without any it does not."""
    config = "nav: [a.md]\nplugins:\n  - i18n:\n      languages:\n        - { locale: en, name: English }\n"
    make_library(tmp_path, {"../../mkdocs.yml": config, "a.md": "# A\n"})
    assert main(["--project", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 pages, 0 concepts, 0 problems.\n"
    (tmp_path / "docs/en/b.md").write_text("# B\n", encoding="utf-8")
    assert main(["--project", str(tmp_path)]) == 1
    place, remedy, sums = capsys.readouterr().out.splitlines()
    assert place.startswith("docs/en/b.md:1: ")
    assert "To do: " in remedy
    assert sums == "2 pages, 0 concepts, 1 problems."


def test_each_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever asks for help finds every command, and what its arguments mean; a wrong one is refused."""
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    commands = ("translations", "status", "review", "changes", "links", "export", "import", "zim", "epub", "offline")
    assert all(re.search(rf"^    {command} {{2,}}[a-z]|^    {command}$", told, re.MULTILINE) for command in commands)
    for command, arguments in (
        ("translations", ["--origin {person,machine}"]),
        ("status", ["--json"]),
        ("review", ["locale", "page", "reviewer", "--section SECTION"]),
        ("changes", ["base"]),
        ("links", ["--pause PAUSE"]),
        ("export", ["locale", "file"]),
        ("zim", ["--site SITE", "--into INTO"]),
        ("offline", ["--site SITE", "--into INTO", "--without-handouts"]),
    ):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        told = capsys.readouterr().out
        assert all(re.search(rf"^  {argument}( |$)", told, re.MULTILINE) for argument in arguments), told
    with pytest.raises(SystemExit) as refused:
        main(["translations", "--origin", "nobody"])
    assert refused.value.code == 2


@pytest.mark.parametrize("form", ["po", "xliff"])
def test_what_goes_out_and_comes_back_is_counted(
    form: str, project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """How many texts are in the file, how many pages changed; a file that is not there, or has faults, is named."""
    file = tmp_path / f"id.{form}"
    capsys.readouterr()
    assert main(["--project", project, "export", "id", str(file)]) == 0
    assert capsys.readouterr().out == f"4 texts are in {file}.\n"
    assert main(["--project", project, "import", "id", str(file)]) == 0
    assert capsys.readouterr().out == "0 pages changed.\n"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("A1", "Aé").replace("B1", "Bé").replace("Dua.", "Duo."), encoding="utf-8")
    (tmp_path / "docs/id/a.md").unlink()
    assert main(["--project", project, "import", "id", str(file)]) == 0
    assert capsys.readouterr().out == "1 pages changed.\n"
    assert (tmp_path / "docs/id/a.md").read_bytes() == "# Aé\n\nSatu.\n\n## Bé { #b }\n\nDuo.\n".encode()
    file.write_text("nothing of the kind <", encoding="utf-8")
    assert main(["--project", project, "import", "id", str(file)]) == 1
    assert capsys.readouterr().out.startswith(f"{file}:1: ")
    for name in (tmp_path / "none.po", tmp_path / "mkdocs.yml"):
        assert main(["--project", project, "import", "id", str(name)]) == 1
        assert capsys.readouterr().out.startswith(f"{name}: ")


def test_what_a_copy_changes_is_told(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text is that of the comment below a contribution; a copy without changes has nothing to tell of them."""
    base = tmp_path / "base"
    make_library(base, PAGES)
    (tmp_path / "docs/id/a.md").write_text("# A1\n\nSeekor.\n\n## B1 { #b }\n\nDua.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--project", project, "changes", str(base)]) == 0
    assert "docs/id/a.md" in capsys.readouterr().out
