"""The search's scripts: which there are, what goes into them, and when they are made anew."""

import json
from pathlib import Path

import pytest

from harness import write_pages
from knowledge_base.search_script import LICENCE, Broken, NoBundler, bundle, name_for

# A bundler that writes what it was called with, and counts.
BUNDLER = """#!/bin/sh
echo called >> "$PWD/calls"
printf '%s\\n' "$@"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a bundler of its own."""
    write_pages(
        tmp_path,
        {
            "docs/assets/scripts/search/main.js": "main()",
            "node_modules/minisearch/package.json": "{}",
            "node_modules/minisearch/LICENSE.txt": "Free — for all",
            "node_modules/esbuild/package.json": "{}",
            "node_modules/.bin/esbuild": BUNDLER,
        },
    )
    (tmp_path / "node_modules/.bin/esbuild").chmod(0o755)
    return tmp_path


def calls(project: Path) -> int:
    """How often the bundler was called."""
    return (project / "calls").read_text().count("called") if (project / "calls").exists() else 0


def test_languages_with_affixes_have_a_script_of_their_own(project: Path) -> None:
    """One for each kind that is asked for, with the licence; only theirs has the rules."""
    kept = project / ".cache/search"
    files = bundle(project, kept, ["en", "km", "id", "tl"])
    assert list(files) == [LICENCE, name_for("id"), name_for("en")]
    assert name_for("id") == name_for("tl") == name_for("ms") != name_for("en")
    assert files[LICENCE] == "Free — for all"
    assert "--define:globalThis.WITHOUT_AFFIXES=false" in files[name_for("id")]
    assert "--define:globalThis.WITHOUT_AFFIXES=true" in files[name_for("en")]
    lines = files[name_for("en")].splitlines()
    assert lines[0] == str(project / "docs/assets/scripts/search/main.js")
    assert {"--bundle", "--minify", "--target=es2020", "--format=iife", "--mangle-props=^_"} <= set(lines)
    assert bundle(project, kept, ["en"]).keys() == {LICENCE, name_for("en")}


def test_a_script_is_made_anew_when_what_it_is_made_of_changes(project: Path) -> None:
    """Nothing is made twice; another module, engine or bundler makes another script."""
    kept = project / ".cache/search"
    assert bundle(project, kept, ["en"]) == bundle(project, kept, ["en"])
    assert calls(project) == 1
    changed = ("docs/assets/scripts/search/main.js", "node_modules/minisearch/package.json")
    for path in (*changed, "node_modules/esbuild/package.json"):
        (project / path).write_text(json.dumps({"changed": path}))
        bundle(project, kept, ["en"])
    assert calls(project) == 4
    assert {file.name.partition("-")[0] for file in kept.iterdir()} == {"search"}
    assert all(len(file.stem) == len("search-") + 16 and file.suffix == ".js" for file in kept.iterdir())


@pytest.mark.parametrize("missing", ["node_modules/.bin/esbuild", "node_modules/minisearch"])
def test_without_what_it_is_made_of_there_is_none(missing: str, project: Path) -> None:
    """Bundler or engine: whoever has not installed them is told so by its own name."""
    (project / missing).rename(project / "elsewhere")
    with pytest.raises(NoBundler):
        bundle(project, project / ".cache", ["en"])


def test_modules_that_cannot_be_put_together_are_named(project: Path) -> None:
    """What the bundler says is the message; nothing is kept."""
    (project / "node_modules/.bin/esbuild").write_text("#!/bin/sh\necho ' main.js:1: ✘ broken ' >&2\nexit 1\n")
    with pytest.raises(Broken) as said:
        bundle(project, project / ".cache/search", ["en"])
    assert str(said.value) == "main.js:1: ✘ broken"
    assert not list(project.glob(".cache/search/*"))
