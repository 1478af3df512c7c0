"""A fault stops the strict build and is named with file, line and remedy; without --strict it is a warning."""

from pathlib import Path

import pytest

from harness import build, make_project
from site_pages import FAULTS, GOOD


def test_a_small_site_builds_and_ties_its_concept_to_the_passage(tmp_path: Path) -> None:
    """A concept's quotation and its passage link to each other, in a site of four pages."""
    built = build(make_project(tmp_path, GOOD), tmp_path / "site", "--strict")
    assert (built.code, built.output) == (0, "")
    mark = built.article("sources/text/").find_class("kb-mark")[0]
    assert (mark.text, mark.get("href")) == ("Work together", "../../principles/together/#quote-text-principle-1")
    figure = built.article("principles/together/").get_element_by_id("quote-text-principle-1")
    assert "../../sources/text/#principle-1" in [link.get("href") for link in figure.iter("a")]


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_stops_the_strict_build(what: str, tmp_path: Path) -> None:
    """A page in which one thing was changed fails the strict build, with path, line and remedy."""
    fault = FAULTS[what]
    built = build(make_project(tmp_path, GOOD | fault.pages), tmp_path / "site", "--strict")
    assert built.code != 0
    assert fault.place in built.output
    assert fault.remedy in built.output


def test_all_faults_are_named_at_once_and_a_plain_build_only_warns(tmp_path: Path) -> None:
    """Several faults in several files are all named in one build, which without --strict still makes the site."""
    faults = FAULTS["one word of a quotation"], FAULTS["the front matter"]
    built = build(make_project(tmp_path, GOOD | faults[0].pages | faults[1].pages), tmp_path / "site")
    assert built.code == 0
    assert all(fault.place in built.output for fault in faults)
    assert (built.folder / "principles/together/index.html").is_file()


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    """A page in another encoding than UTF-8 is named with the line of the first wrong byte, before MkDocs gives up."""
    pages = GOOD | {"index.md": "# Home\n\ncafé\n".encode("latin-1")}
    built = build(make_project(tmp_path, pages), tmp_path / "site", "--strict")
    assert built.code != 0
    assert "docs/en/index.md:3: this is not UTF-8: byte 0xe9 stands there" in built.output


def test_the_navigation_and_the_pages_agree(tmp_path: Path) -> None:
    """A page in no navigation, and an entry of the navigation without a page, are both named with their lines."""
    project = make_project(tmp_path, GOOD)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  - principles/together.md\n", "  - principles/apart.md\n")
    config.write_text(text, encoding="utf-8")
    line = text.splitlines().index("  - principles/apart.md") + 1
    built = build(project, tmp_path / "site", "--strict")
    assert built.code != 0
    assert f"mkdocs.yml:{line}: the navigation names principles/apart.md, which is no page" in built.output
    assert "docs/en/principles/together.md:1: this page is in no navigation" in built.output
