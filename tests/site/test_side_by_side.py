"""Languages that are built side by side make the same site, and the same faults known, as one after the other."""

import hashlib
import inspect
import textwrap
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.livereload
import mkdocs_static_i18n.folder
import mkdocs_static_i18n.plugin
import mkdocs_static_i18n.reconfigure
import pytest

from harness import EVERY_LOCALE, Built, build, each_case, make_project, read_cases
from site_pages import GOOD, LAO

ONE_BY_ONE, SIDE_BY_SIDE = {"SITE_JOBS": "1"}, {"SITE_JOBS": "3"}
# A page on which languages are kept: the list of all files is made of what all processes wrote.
KEEPING = {"offline.md": "---\nshows: keeping\n---\n\n# Offline\n"}
# Leaves behind which process built each language.
WHO = """
    import os
    from pathlib import Path

    def on_post_build(config):
        Path(config.config_file_path).with_name(f"{config.theme['language']}.process").write_text(str(os.getpid()))
"""
PARTS: dict[str, Any] = {
    "MkDocs: build": mkdocs.commands.build.build,
    "MkDocs: writes a template of the theme": mkdocs.commands.build._build_theme_template,
    "MkDocs: waits for changes": mkdocs.livereload.LiveReloadServer._build_loop,
    "MkDocs: answers": mkdocs.livereload.LiveReloadServer._serve_request,
    "static-i18n: the whole plugin": mkdocs_static_i18n.plugin.I18n,
    "static-i18n: finds alternates": mkdocs_static_i18n.reconfigure.ExtendedPlugin.reconfigure_files_alternates,
    "static-i18n: chooses files": mkdocs_static_i18n.reconfigure.ExtendedPlugin.reconfigure_files,
    "static-i18n: gathers for the search": mkdocs_static_i18n.reconfigure.ExtendedPlugin.extend_search_entries,
    "static-i18n: makes a file": mkdocs_static_i18n.folder.create_i18n_file,
}


def add_hook(project: Path, code: str) -> Path:
    """Has a project run one more hook."""
    (project / "more.py").write_text(textwrap.dedent(code), encoding="utf-8")
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("hooks:\n", "hooks:\n  - more.py\n", 1), encoding="utf-8")
    return project


def fingerprint(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in seven languages, which tells who built what."""
    return add_hook(make_project(tmp_path_factory.mktemp("project"), GOOD | KEEPING | LAO), WHO)


@pytest.fixture(scope="module")
def one_by_one(project: Path) -> Built:
    """The small project, a language after the other."""
    return build(project, project / "one-by-one", "--strict", **ONE_BY_ONE)


def who_built(project: Path) -> dict[str, str]:
    """The process that built each language."""
    return {file.stem: file.read_text(encoding="utf-8") for file in project.glob("*.process")}


def test_the_site_is_the_same_byte_for_byte(project: Path, one_by_one: Built) -> None:
    """Built by several processes, every file has the bytes that it has when one process builds all."""
    assert len(set(who_built(project).values())) == 1
    built = build(project, project / "side-by-side", "--strict", **SIDE_BY_SIDE)
    processes = who_built(project)
    first = processes.pop("en")
    assert set(processes) == set(EVERY_LOCALE) - {"en"}
    assert first not in processes.values()
    assert len(set(processes.values())) > 1
    assert (built.code, built.output) == (one_by_one.code, one_by_one.output) == (0, "")
    assert fingerprint(built.folder) == fingerprint(one_by_one.folder)
    assert (built.folder / "keeping" / "lo.files.json").is_file()


def test_what_is_done_once_for_all_languages_changes_nothing(project: Path, one_by_one: Built, tmp_path: Path) -> None:
    """Without what we do to static-i18n and MkDocs, every file has the same bytes, too."""
    config = project / "plain.yml"
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config.write_text(text.replace("  - hooks/build_side_by_side.py\n", ""), encoding="utf-8")
    built = build(project, tmp_path / "plain", "--strict", "--config-file", str(config))
    assert (built.code, built.output) == (0, "")
    assert fingerprint(built.folder) == fingerprint(one_by_one.folder)


def test_warnings_of_all_languages_are_told_in_their_order(tmp_path: Path) -> None:
    """A strict build fails, and says the same in the same order, however many processes found the faults."""
    nowhere = {f"../{locale}/index.md": "# A\n\n[nowhere](nowhere.md)\n" for locale in ("th", "lo", "tl")}
    project = make_project(tmp_path, GOOD | nowhere)
    one, several = (
        build(project, tmp_path / name, "--strict", **jobs) for name, jobs in (("1", ONE_BY_ONE), ("3", SIDE_BY_SIDE))
    )
    assert (several.code, several.output) == (one.code, one.output)
    assert one.code == 1
    found = [one.output.index(f"Doc file '{locale}/index.md' contains a link") for locale in ("th", "lo", "tl")]
    assert found == sorted(found)


@each_case("site/cases/side_by_side.yml", "broken languages")
@pytest.mark.parametrize("jobs", [ONE_BY_ONE, SIDE_BY_SIDE], ids=["one by one", "side by side"])
def test_a_language_that_cannot_be_built_fails_the_build(
    case: dict[str, str], jobs: dict[str, str], tmp_path: Path
) -> None:
    """What stops a language stops the build, which says why, and leaves no process behind."""
    built = build(add_hook(make_project(tmp_path, GOOD | LAO), case["hook"]), tmp_path / "site", **jobs)
    assert built.code == 1
    assert case["says"] in built.output


def test_a_process_that_is_ended_fails_the_build(tmp_path: Path) -> None:
    """Where the machine ends a process, the build does not wait for it, and says what can be done."""
    hook = """
        import os, signal
        def on_nav(nav, config, files):
            if config.theme["language"] == "lo":
                os.kill(os.getpid(), signal.SIGKILL)
    """
    built = build(add_hook(make_project(tmp_path, GOOD | LAO), hook), tmp_path / "site", **SIDE_BY_SIDE)
    assert built.code == 1
    assert "SITE_JOBS=1" in built.output


@pytest.mark.parametrize("part", PARTS)
def test_what_we_rely_on_is_as_it_was(part: str) -> None:
    """A part of MkDocs or static-i18n that we rely on is the one that was read.

    Where it is another: read it again with `hooks/engine/` in hand, then take its new fingerprint into the cases.
    """
    known = read_cases("site/cases/side_by_side.yml")["fingerprints"]
    assert known[part] == hashlib.sha256(inspect.getsource(PARTS[part]).encode()).hexdigest()[:16]
