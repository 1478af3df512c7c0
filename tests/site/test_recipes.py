"""The recipes of CONTRIBUTING.md work: they are followed, step by step, on a copy of the project."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness import PROJECT, Built, build
from recipes import Step, copy_project, read_recipes

RECIPES = read_recipes((PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
# Enough to see a translation beside one that begins; each language more would take seconds.
OTHERS = re.compile(r"^ +- \{ locale: (?:th|vi|km|lo|tl), .*\n", re.MULTILINE)


@dataclass(frozen=True)
class Followed:
    """A copy of the project in which all recipes were followed.

    said     what the commands of each recipe said
    touched  the files that each recipe made or changed
    failed   what went wrong in each recipe that did not work
    """

    project: Path
    said: dict[str, str]
    touched: dict[str, set[str]]
    failed: dict[str, str]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """The recipes, one after the other, as CONTRIBUTING.md has them: a concept quotes the source that was added."""
    project = copy_project(tmp_path_factory.mktemp("copy"))
    followed = Followed(project, {}, {}, {})
    before = dict(_files(project))
    for name, steps in RECIPES.items():
        try:
            followed.said[name] = "".join(step.follow(project) for step in steps)
        except AssertionError as error:
            followed.failed[name] = str(error)
        now = dict(_files(project))
        followed.touched[name] = {path for path in now if now[path] != before.get(path)}
        before = now
    return followed


def _files(project: Path) -> Iterator[tuple[str, bytes]]:
    for folder in ("docs", "hooks", "overrides", "tests", ".ci", ".github"):
        for file in (project / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.relative_to(project).as_posix(), file.read_bytes()
    for file in project.iterdir():
        if file.is_file():
            yield file.name, file.read_bytes()


@pytest.fixture(scope="module")
def built(followed: Followed) -> Built:
    """The copy, built strictly: English, a translation, and the language that begins."""
    assert not followed.failed
    config = followed.project / "mkdocs.yml"
    text, count = OTHERS.subn("", config.read_text(encoding="utf-8"))
    assert count == 5
    for locale in ("th", "vi", "km", "lo", "tl"):
        for folder in (followed.project / "docs" / locale, followed.project / "docs/.translations" / locale):
            folder.rename(followed.project / f".{folder.parent.name}-{locale}")
    config.write_text(text.replace("compress: true", "compress: false"), encoding="utf-8")
    built = build(followed.project, followed.project / "site", "--strict")
    assert (built.code, built.output) == (0, "")
    return built


def test_there_is_a_recipe_for_what_maintainers_do() -> None:
    """A language, a source, a concept, a session, a rule; and none without a command that looks whether it worked."""
    for what in ("language", "source", "concept", "session", "rule"):
        assert any(f"Add a {what}" == name for name in RECIPES)
    assert all(any("make check" in step.text for step in steps if step.language == "sh") for steps in RECIPES.values())


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_works(followed: Followed, name: str) -> None:
    """Each step can be followed as it is written, and its commands find no fault."""
    assert name not in followed.failed, followed.failed[name]
    assert ", 0 problems." in followed.said[name]


def test_a_recipe_that_does_not_work_is_found(tmp_path: Path) -> None:
    """A line that is not there or twice, a file that is, a block that goes nowhere, a command that fails."""
    (tmp_path / "a.yml").write_text("one: 1\ntwo: 2\ntwo: 2\n", encoding="utf-8")
    wrong = [
        Step("In `a.yml`, below the line `three: 3`:", "yaml", "four: 4\n"),
        Step("In `a.yml`, in place of the line `two: 2`:", "yaml", "four: 4\n"),
        Step("The file `a.yml`:", "yaml", "four: 4\n"),
        Step("Some words.", "yaml", "four: 4\n"),
        Step("", "sh", "false\ntrue\n"),
    ]
    for step in wrong:
        with pytest.raises(AssertionError):
            step.follow(tmp_path)
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "one: 1\ntwo: 2\ntwo: 2\n"


def test_a_language_takes_no_change_of_code(followed: Followed) -> None:
    """Only pages, what belongs to the language, and the configuration change; what is missing is said."""
    name = "Add a language"
    assert all(path == "mkdocs.yml" or path.startswith("docs/") for path in followed.touched[name])
    assert "Bahasa Melayu (ms) begins and lacks " in followed.said[name]
    assert "docs/ms/definition.md: missing" in followed.said[name].splitlines()


def test_a_language_that_begins_is_on_the_site(built: Built) -> None:
    """Its pages are in it, the rest is English with a notice, and every switcher leads to it."""
    page = built.page("ms/principles/voluntary-cooperation/")
    assert page.get("lang") == "ms"
    assert page.findtext(".//article//h1") == "Kerjasama sukarela dan saling membantu"
    # Its sources are not translated yet: what they say is marked as English.
    quoted = page.xpath(".//*[@class='kb-quotation']/blockquote")
    assert len(quoted) > 1
    assert {each.get("lang") for each in quoted} == {"en"}
    assert built.page("ms/definition/").xpath(".//article/div[@lang='en']")
    names = built.page("values/equity/").xpath(".//*[@class='kb-languages']//a/text()")
    assert "Bahasa Melayu" in [name.strip() for name in names]


def test_what_the_recipes_add_is_tied_together(built: Built) -> None:
    """The concept stands in its set, the source leads to it, the session shows the source, the copy is linked."""
    glance = built.article("values/").find_class("kb-glance")[0]
    assert "sharing/" in glance.xpath(".//a/@href")
    marks = built.article("sources/example/").find_class("kb-mark")
    assert [mark.get("href") for mark in marks] == ["../../values/sharing/#quote-example-para-1"]
    assert "We share what we know, and what we earn." in built.article("seminar/session-6/").text_content()
    card = built.article("sources/asec/").find_class("kb-card")[0]
    assert [href for href in card.xpath(".//a/@href") if "asec-sse.com" in href] == [
        "https://archive.example.org/2026/https://asec-sse.com/about/"
    ]


def test_the_copy_is_apart(followed: Followed) -> None:
    """Following the recipes changes nothing in the project itself."""
    status = ["git", "status", "--porcelain", "docs/ms", "docs/.translations/ms", "docs/en/sources/example.md"]
    assert subprocess.run(status, cwd=PROJECT, capture_output=True, text=True, check=True).stdout == ""
