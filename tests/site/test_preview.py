"""While the site is served, a change builds the languages that it concerns, and the others when somebody looks."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from engine.preview import Preview
from harness import ENVIRONMENT, each_case, make_project, write_pages
from site_pages import GOOD, LAO

LOCALES = ["en", "th", "lo"]
FILES = [
    "mkdocs.yml",
    "docs/assets/a.css",
    "docs/.translations/labels.pot",
    "docs/.translations/lo/index.yml",
    *(f"docs/{locale}/index.md" for locale in LOCALES),
]
# Adds a line for each language that is built.
TOLD = """
from pathlib import Path

def on_post_build(config):
    with Path(config.config_file_path).with_name("built.txt").open("a") as file:
        file.write(f"{config.theme['language']}\\n")
"""


def plan(preview: Preview, project: Path, *, succeeds: bool = True) -> list[str]:
    """What a preview wants built now, and says is done where the build succeeds."""
    now = preview.plan(project / "docs", project / "mkdocs.yml", LOCALES)
    for locale in now if succeeds else ():
        preview.done(locale, [])
    return now


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The files of a project, with nothing in them."""
    write_pages(tmp_path, dict.fromkeys(FILES, ""))
    return tmp_path


def needs_a_build(preview: Preview, locale: str) -> bool:
    """Whether a page of the language makes a build begin, as it is asked for."""
    begun: list[str] = []

    def begin() -> None:
        begun.append(locale)
        preview.give_up()

    preview.ask_for(locale, begin)
    return bool(begun)


@each_case("site/cases/preview.yml", "changes")
def test_a_change_builds_what_it_concerns(case: dict[str, Any], project: Path) -> None:
    """The languages that a change concerns are built at once, or are outdated until they are asked for."""
    preview = Preview()
    assert plan(preview, project) == LOCALES
    write_pages(project, dict.fromkeys(case.get("write", ()), "changed"))
    for name in case.get("remove", ()):
        (project / name).unlink()
    assert plan(preview, project) == case["builds"]
    assert [locale for locale in LOCALES if needs_a_build(preview, locale)] == case.get("outdates", [])


def test_after_a_failure_all_is_built(project: Path) -> None:
    """As long as a language has never been built since the site was emptied, the whole site is."""
    preview = Preview()
    plan(preview, project, succeeds=False)
    write_pages(project, {"docs/lo/index.md": "mended"})
    assert plan(preview, project) == LOCALES


@dataclass
class Served:
    """A project that is being served: its folder, and its address."""

    project: Path
    address: str

    def page(self, path: str) -> str:
        """A page as a reader gets it."""
        with urlopen(self.address + path) as answer:
            text: str = answer.read().decode()
        return text

    def built(self) -> list[str]:
        """The languages that were built since the last look."""
        file = self.project / "built.txt"
        found = file.read_text(encoding="utf-8").split() if file.is_file() else []
        file.unlink(missing_ok=True)
        return found


def wait_until(holds: Callable[[], bool]) -> None:
    """Waits until something holds, for half a minute at most."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A small site that is served."""
    project = make_project(tmp_path, GOOD | LAO)
    write_pages(project, {"told.py": TOLD})
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("hooks:\n", "hooks:\n  - told.py\n", 1), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    process = subprocess.Popen(
        command, cwd=project, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.extend(process.stdout or ()), daemon=True)
    reader.start()
    try:
        wait_until(lambda: any("Serving on" in line for line in said))
        yield Served(project, f"http://{address}/")
    finally:
        process.terminate()
        process.wait()
        reader.join()
        if process.stdout:
            process.stdout.close()


def change(served: Served, path: str, words: str) -> None:
    """Adds a paragraph to a page, and waits until a language is built."""
    file = served.project / "docs" / path
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")
    wait_until(lambda: (served.project / "built.txt").is_file())


def test_a_served_site_is_built_by_languages(served: Served) -> None:
    """Each page that a reader gets is as its file says, though only languages that somebody looks at are built."""
    assert sorted(served.built()) == ["en", "id", "km", "lo", "th", "tl", "vi"]
    change(served, "lo/index.md", "ຄຳໃໝ່")
    assert "ຄຳໃໝ່" in served.page("lo/")
    assert served.built() == ["lo"]
    change(served, "en/index.md", "New words")
    assert "New words" in served.page("")
    assert served.built() == ["en"]
    # Thai has no page of its own, and shows the English one.
    assert "New words" in served.page("th/")
    assert served.built() == ["th"]
    assert served.page("sitemap.xml").count("<url>") == len(GOOD) + len([path for path in LAO if path.endswith(".md")])
    assert 'lang="en"' in served.page("404.html")[:200]
