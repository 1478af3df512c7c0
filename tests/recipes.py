"""The recipes of CONTRIBUTING.md: read from its text, and followed on a copy of the project."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from harness import ENVIRONMENT, PROJECT

# A sentence that says where the block below it goes.
FILE = re.compile(r"The file `(?P<file>[^`]+)`:$")
BELOW = re.compile(r"In `(?P<file>[^`]+)`, below the line `(?P<line>[^`]+)`:$")
INSTEAD = re.compile(r"In `(?P<file>[^`]+)`, in place of the line `(?P<line>[^`]+)`:$")
PART = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$|^(?P<heading>#{2,3} [^\n]*)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A block of a recipe, and the sentence before it."""

    sentence: str
    language: str
    text: str

    def follow(self, project: Path) -> str:
        """Does what the step says, and gives what its commands said; an AssertionError where that cannot be."""
        if self.language == "sh":
            return _run(self.text, project)
        if match := FILE.search(self.sentence):
            file = project / match["file"]
            assert not file.exists(), f"{match['file']} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.text, encoding="utf-8")
            return ""
        match = BELOW.search(self.sentence) or INSTEAD.search(self.sentence)
        assert match, f"nothing says where this goes: {self.sentence!r}"
        file = project / match["file"]
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        places = [at for at, line in enumerate(lines) if line.partition(" #")[0].strip() == match["line"]]
        assert len(places) == 1, f"{match['file']} has this line {len(places)} times: {match['line']}"
        at = places[0]
        margin = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        new = [f"{margin}{line}" for line in self.text.splitlines(keepends=True)]
        lines[at : at + 1] = new if INSTEAD.search(self.sentence) else [lines[at], *new]
        file.write_text("".join(lines), encoding="utf-8")
        return ""


def read_recipes(text: str) -> dict[str, list[Step]]:
    """The steps of each recipe that has any, by its heading, in order. A block may hold headings of its own."""
    recipes: dict[str, list[Step]] = {}
    section, recipe, end = "", "", 0
    for part in PART.finditer(text):
        if part["heading"]:
            level, _, name = part["heading"].partition(" ")
            section, recipe = (name, "") if level == "##" else (section, name)
        elif section == "Recipes":
            sentence = text[end : part.start()].strip().rpartition("\n")[2]
            recipes.setdefault(recipe, []).append(Step(sentence, part["language"], part["text"]))
        end = part.end()
    return recipes


def copy_project(folder: Path) -> Path:
    """A copy of the project without what Git ignores, with the tools of these tests in place of its own `.venv`."""
    known = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(known, cwd=PROJECT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    tools = folder / ".venv"
    tools.mkdir()
    for name in ("bin", "lib", "lib64", "pyvenv.cfg"):
        if (Path(sys.prefix) / name).exists():
            (tools / name).symlink_to(Path(sys.prefix) / name)
    # Newer than what they hang on: `make` must not install anything here.
    for stamp in ("python", "site", "type", "test"):
        (tools / stamp).touch()
    return folder


def _run(script: str, project: Path) -> str:
    command = ["bash", "-euo", "pipefail", "-c", script]
    environment = {name: value for name, value in ENVIRONMENT.items() if not name.startswith(("MAKE", "PYTEST"))}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    return done.stdout
