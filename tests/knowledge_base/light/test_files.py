"""Levers, names and compressed forms of files, and space in HTML."""

import gzip
from pathlib import Path
from typing import Any

import brotli
import pytest

from harness import each_case
from knowledge_base.light.compression import compress
from knowledge_base.light.headers import headers
from knowledge_base.light.levers import NoSuchLever, read_levers
from knowledge_base.light.markup import without_space
from knowledge_base.light.names import refer, rename
from knowledge_base.light.theme_script import join, take_over


@each_case("knowledge_base/cases/light/spaces.yml")
def test_space_that_nobody_sees_is_left_out(case: dict[str, Any]) -> None:
    """Lines between elements shrink to one; what is shown or run as it is written stays."""
    assert without_space(case["given"]) == case["left"]


def test_each_lever_can_be_switched_off_and_a_mistyped_one_is_named() -> None:
    """All levers are on; a name that is none is a fault that names the levers there are."""
    assert read_levers(None) == read_levers({})
    assert not read_levers({"styles": False}).styles
    with pytest.raises(NoSuchLever, match=r"stiles.*styles"):
        read_levers({"stiles": True})


def test_other_content_has_another_name(tmp_path: Path) -> None:
    """A file's name says what it holds, and what asks for it knows the name."""
    found = []
    for content in ("a", "b", "a"):
        (tmp_path / "site.css").write_text(content)
        renamed = rename(tmp_path, ["site.css"])
        found.append(refer('href="../site.css"', renamed))
        assert (tmp_path / renamed["site.css"]).read_text() == content
    assert found[0] == found[2] != found[1]


def test_hosts_are_told_to_keep_named_files() -> None:
    """Each file that is named by its content has its line, below the path of the site."""
    assert headers(["b.css", "a.js"], "/kb/").split("\n")[:3:2] == ["/kb/a.js", "/kb/b.css"]


def test_compressed_forms_lie_beside_what_they_shrink(tmp_path: Path) -> None:
    """A text has both forms, which are the text again; what would not shrink has none, nor has a picture."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    given = {"index.html": b"<p>ab</p>" * 99, "other.html": b"<p>ab</p>" * 99, "a.js": b"1", "a.png": b"ab" * 99}
    for name, content in given.items():
        (site / name).write_bytes(content)
    for _ in range(2):  # from nothing, and from the cache
        compress(site, cache)
        assert brotli.decompress((site / "index.html.br").read_bytes()) == given["index.html"]
        assert gzip.decompress((site / "other.html.gz").read_bytes()) == given["other.html"]
        assert {file.name for file in site.iterdir()} - set(given) == {
            f"{name}.html.{form}" for name in ("index", "other") for form in ("br", "gz")
        }
    assert len(list(cache.iterdir())) == 4


def test_the_theme_s_script_goes_and_ours_comes() -> None:
    """Of scripts the page has ours only, at the same place below it; tables are put where they can be moved."""
    page = (
        '<body class="a"><script>__md_scope=1</script><script id="__config">{}</script><table><tr></table>'
        '<script src="../assets/scripts/languages.js"></script>'
        '<script src="../assets/javascripts/bundle.a5.min.js"></script></body>'
    )
    made = take_over(page, "first()")
    assert made.startswith('<body class="a"><script>first()</script><div class="md-typeset__scrollwrap">')
    assert made.count("<script") == 2
    assert '<script src="../assets/scripts/site.js" defer></script>' in made


def test_scripts_of_ours_can_be_joined() -> None:
    """Each keeps its names to itself and ends where it ends, though it has no semicolons."""
    joined = join(["const a = 1\n// a comment\nb()", "(c)"])
    assert joined == ";(() => {\nconst a = 1\nb()\n})()\n;(() => {\n(c)\n})()\n"
