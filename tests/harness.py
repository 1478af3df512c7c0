"""What the tests stand on: tiny sites written inline and really built, and the real site built once."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement
from mkdocs.utils.yaml import yaml_load

from knowledge_base.address import Addresses
from knowledge_base.library import Library
from knowledge_base.locale import SOURCE, read_locales
from knowledge_base.reading import read_library

PROJECT = Path(__file__).parent.parent
HEADERLINK = re.compile(r'<a class="headerlink"[^>]*></a>')
_LOCALES = read_locales(PROJECT / "mkdocs.yml")
assert _LOCALES
EVERY_LOCALE = tuple(_LOCALES.lines)
# Those that begin have a page here and there.
BEGINNING = tuple(locale for locale in _LOCALES.lines if locale in _LOCALES.beginning)
TRANSLATIONS = tuple(locale for locale in _LOCALES.lines if locale not in (SOURCE, *BEGINNING))
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}


def is_written_in(locale: str, path: str) -> bool:
    """Whether a page of the site, "values/equity/", is there in a locale, and not the English one in its place."""
    page = PROJECT / "docs" / locale / path
    return (page / "index.md").is_file() or (path != "" and page.with_suffix(".md").is_file())


@dataclass(frozen=True)
class Built:
    """A build: its exit code, what it printed, and the folder with the site."""

    code: int
    output: str
    folder: Path

    def page(self, path: str) -> HtmlElement:
        """A page of the site as a tree: "principles/equality/"."""
        return html.fromstring((self.folder / path / "index.html").read_text(encoding="utf-8"))

    def article(self, path: str) -> HtmlElement:
        """The page's article, without the theme around it."""
        return next(self.page(path).iter("article"))

    @cached_property
    def pages(self) -> list[str]:
        """The paths of all pages, "" for the home page; not the page for what is not found."""
        folders = (page.parent.relative_to(self.folder).as_posix() for page in self.folder.rglob("index.html"))
        return sorted("" if folder == "." else f"{folder}/" for folder in folders)

    @cached_property
    def english(self) -> list[str]:
        """The paths of the English pages, the same in every locale below its folder."""
        return [path for path in self.pages if path.partition("/")[0] not in (*TRANSLATIONS, *BEGINNING)]


def build(project: Path, folder: Path, *arguments: str, **environment: str) -> Built:
    """Runs `mkdocs build` in a process of its own, as a person would: an aborted build leaves MkDocs patched."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder), *arguments]
    done = subprocess.run(
        command, cwd=project, env=ENVIRONMENT | environment, capture_output=True, text=True, check=False
    )
    said = (line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO "))
    return Built(done.returncode, "\n".join(said), folder)


def write_pages(folder: Path, pages: Mapping[str, str | bytes]) -> None:
    """Writes files below a folder, indentation removed from texts."""
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else textwrap.dedent(text).lstrip("\n").encode())


def make_project(folder: Path, pages: Mapping[str, str | bytes]) -> Path:
    """A tiny project with the real configuration, hooks and overrides, and only the given pages, in a navigation.

    The keys of `pages` are paths below `docs/en/`.
    """
    for name in ("hooks", "overrides", "docs/assets"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    before = config.partition("\nnav:")[0]
    entries = "".join(f"  - {path}\n" for path in pages if path.endswith(".md") and not path.startswith("../"))
    (folder / "mkdocs.yml").write_text(f"{before}\nnav:\n{entries}", encoding="utf-8")
    write_pages(folder / "docs" / "en", pages)
    return folder


def commit(folder: Path) -> None:
    """Makes the folder a Git repository with all that it holds."""
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "All"]):
        who = ["-c", "user.name=Test", "-c", "user.email=test@kb.example"]
        subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


def each_case(file: str, *keys: str) -> pytest.MarkDecorator:
    """Runs a test with each case of a file below `tests/`; the cases stand below the keys, each under its sentence."""
    cases = read_cases(file)
    for key in keys:
        cases = cases[key]
    return pytest.mark.parametrize("case", list(cases.values()), ids=list(cases))


def read_cases(file: str) -> dict[str, Any]:
    """The cases of a file below `tests/`, by sentence or by group."""
    cases: dict[str, Any] = yaml.safe_load((PROJECT / "tests" / file).read_text(encoding="utf-8"))
    return cases


def make_library(folder: Path, pages: Mapping[str, str | bytes]) -> Library:
    """A library of the given pages only; the keys are paths below `docs/en/`, so "../../mkdocs.yml" is possible too."""
    write_pages(folder / "docs" / "en", pages)
    return read_library(folder / "docs", folder / "mkdocs.yml")


def addresses_in(library: Library) -> Addresses:
    """Where MkDocs puts the English pages of a library: each page in a folder of its own."""
    urls = {path: path.removesuffix("index.md").removesuffix(".md") for _, path in library.pages}
    return Addresses(
        {path: f"{url.rstrip('/')}/" if url else "./" for path, url in urls.items()}, "https://kb.example/"
    )


def render(text: str) -> str:
    """The HTML that Markdown becomes with the real configuration, before anything is woven into it."""
    return _engine().reset().convert(text)


def squeeze(article: str) -> str:
    """HTML without headings' own links, and without the line ends and the indentation that only serve its reader."""
    return "".join(line.strip() for line in HEADERLINK.sub("", article).splitlines())


@cache
def _engine() -> markdown.Markdown:
    with (PROJECT / "mkdocs.yml").open(encoding="utf-8") as config:
        given = yaml_load(config)["markdown_extensions"]
    options = {name: values for each in given if isinstance(each, dict) for name, values in each.items()}
    names = [name for each in given for name in (each if isinstance(each, dict) else [each])]
    return markdown.Markdown(extensions=names, extension_configs=options)
