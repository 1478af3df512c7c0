"""The real site is light: what its pages ask for, what stands in them, and what is left when a lever is not pulled."""

import re
from pathlib import Path

import pytest

from harness import Built, build, make_project
from site_pages import GOOD

ASKED = re.compile(r'(?:src|href)="([^"]*\.(?:css|js))"')
NAMED = re.compile(r"\.[0-9a-f]{8}\.(css|js)$")
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# What each lever leaves in a page when it is not pulled.
LEFT = {
    "script": "assets/javascripts/bundle.",
    "styles": "assets/stylesheets/main.",
    "menu": "md-nav__item--section",
    "markup": "\n\n",
    "names": "assets/scripts/site.js",
}

SECTIONS = """
nav:
  - index.md
  - Principles: [principles/index.md, principles/together.md]
  - Sources: [sources/text.md]
"""


def pages(site: Built) -> dict[Path, str]:
    """All pages of the site, that of what is not found too."""
    return {file: file.read_text(encoding="utf-8") for file in site.folder.rglob("*.html")}


def test_what_pages_ask_for_is_named_by_its_content(site: Built) -> None:
    """Every script and style sheet of a page can be kept for good, and hosts are told so."""
    headers = (site.folder / "_headers").read_text(encoding="utf-8")
    for file, page in pages(site).items():
        for address in ASKED.findall(page):
            assert NAMED.search(address), (file, address)
            assert f"/assets/{address.partition('assets/')[2]}\n" in headers


def test_few_things_stand_in_pages_that_a_policy_would_have_to_name(site: Built) -> None:
    """Pages share two scripts, and styles that differ by the fonts' language and the depth of the folder alone.

    No element has styles or what to do at an event in an attribute: a policy for content can forbid both.
    """
    everything = list(pages(site).values())
    scripts = {script for page in everything for script in SCRIPT.findall(page)}
    styles = {style.partition("@font-face")[0] for page in everything for style in STYLE.findall(page)}
    assert (len(scripts), len(styles)) == (2, 1)
    assert len({style for page in everything for style in STYLE.findall(page)}) < 20
    for page in everything:
        assert not re.search(r'<[a-z][^>]* (style|on[a-z]+)="', page)


def test_nothing_of_the_theme_s_script_is_left(site: Built) -> None:
    """The theme's script, its workers and its dictionaries are not published, nor are unused style sheets."""
    left = [file for name in ("javascripts", "stylesheets") for file in (site.folder / "assets" / name).rglob("*")]
    assert left == []
    assert len(list((site.folder / "assets" / "styles").glob("*.css"))) == 1


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose pages stand in sections."""
    project = make_project(tmp_path_factory.mktemp("light") / "project", GOOD)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").partition("\nnav:")[0] + SECTIONS, encoding="utf-8")
    return project


def built(project: Path, site: Path) -> str:
    """The source's page as the project's configuration makes it."""
    made = build(project, site, "--strict", SITE_LOCALE="en")
    assert (made.code, made.output) == (0, "")
    return (made.folder / "sources" / "text" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def light(project: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page with all levers pulled."""
    return built(project, tmp_path_factory.mktemp("light") / "site")


@pytest.mark.parametrize("lever", LEFT)
def test_each_lever_can_stay_where_it_is(lever: str, light: str, project: Path, tmp_path: Path) -> None:
    """With one lever switched off the build works, and what it would have changed is as it was."""
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(f"{lever}: true", f"{lever}: false"), encoding="utf-8")
    heavier = built(project, tmp_path)
    config.write_text(text, encoding="utf-8")
    assert LEFT[lever] in heavier
    assert LEFT[lever] not in light
