"""The page that speaks of editions lists those that are there, in each language, with their sizes."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from harness import write_pages
from knowledge_base.__main__ import main
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.shelf import fill_shelf
from knowledge_base.file_list import hold_place
from knowledge_base.fragment import parse, serialize
from knowledge_base.labels import Labels
from tiny_site import make_site, page, read_all

PATHS = {"en": "offline/", "km": "km/offline/"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose site has the page in both languages, compressed too."""
    made = make_site(tmp_path, km__='<h1>ក</h1><p><a href="offline/">ខ</a></p>')
    for path in PATHS.values():
        text = page(path, article())
        write_pages(made / "site", {f"{path}index.html": text, f"{path}index.html.gz": gzip.compress(text.encode())})
    return made


def article() -> str:
    """The page's article as the build makes it."""
    root = parse('<h1>Without internet</h1><h2 id="files">Files</h2><h2 id="stick">A stick</h2>')
    hold_place(root, Labels())
    return serialize(root)


def place_of(project: Path, locale: str) -> HtmlElement:
    """The place for the list on the page of a locale."""
    text = (project / "site" / PATHS.get(locale, f"{locale}/offline") / "index.html").read_text(encoding="utf-8")
    return html.document_fromstring(text).find_class("kb-files")[0]


def make(project: Path, command: str) -> None:
    """Makes the editions of a kind."""
    assert main(["--project", str(project), command]) == 0


def test_without_editions_the_page_says_so(project: Path) -> None:
    """No link leads to a file that is not there."""
    place = place_of(project, "km")
    assert [each.tag for each in place] == ["p"]
    assert place[0].get("hidden") is None


def test_each_language_lists_its_own_editions_and_what_has_all(project: Path) -> None:
    """Each file with its kind and its size; each link leads to it; a list is written anew when there is more."""
    make(project, "epub")
    assert [link.get("href") for link in place_of(project, "en").iter("a")] == [
        "../downloads/sse-knowledge-base-en.epub"
    ]
    make(project, "offline")
    for locale, path in PATHS.items():
        place = place_of(project, locale)
        links = [str(link.get("href")) for link in place.iter("a")]
        up = "../" * path.count("/")
        names = [f"-{locale}.zip", f"-{locale}.epub", ".zip"]
        assert links == [f"{up}downloads/sse-knowledge-base{name}" for name in names]
        assert all((project / "site" / path / link).resolve().is_file() for link in links)
        assert place[0].get("hidden") is not None
        told = re.findall(r"\((\w+), ([\d.,]+ [KM]B)\)", place.text_content())
        assert [kind for kind, _ in told] == ["ZIP", "EPUB", "ZIP"]


def test_phones_keep_the_page_as_it_is_now(project: Path) -> None:
    """Where phones keep languages, their lists name the page with its list; a phone would refuse another one."""
    keeping = project / "site" / "keeping"
    keeping.mkdir()
    make(project, "epub")
    for locale, path in PATHS.items():
        files = json.loads((keeping / f"{locale}.files.json").read_text(encoding="utf-8"))["files"]
        page = f"{path}index.html".lstrip("/")
        assert files[page][0] == hashlib.sha256((project / "site" / page).read_bytes()).hexdigest()[:16]


def test_compressed_forms_have_the_list_too(project: Path) -> None:
    """A server that sends the compressed page sends the same page; none is written where there was none."""
    make(project, "epub")
    file = project / "site" / "offline" / "index.html"
    assert gzip.decompress(file.with_name("index.html.gz").read_bytes()) == file.read_bytes()
    assert not file.with_name("index.html.br").exists()


@pytest.mark.parametrize("command", ["zim", "offline"])
def test_what_holds_the_page_is_not_changed_by_the_list(
    command: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made again beside its own list, an edition is the one that was kept, and the list stays as it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    make(project, command)
    before = read_all(project)
    make(project, "epub")
    make(project, command)
    after = read_all(project)
    kept = [
        name for name in after if name.startswith((".cache/editions", "site/downloads")) and not name.endswith(".epub")
    ]
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert "epub" in place_of(project, "km").text_content().lower()


def test_elsewhere_made_editions_are_not_listed(project: Path, tmp_path: Path) -> None:
    """Who has them made into another folder does not publish them."""
    before = read_all(project / "site")
    assert main(["--project", str(project), "epub", "--into", str(tmp_path / "elsewhere")]) == 0
    assert read_all(project / "site") == before


def test_each_file_is_listed_in_the_reader_s_words(project: Path) -> None:
    """In their order, with the languages inside, the kind, and the size as the language writes it."""
    for name, size in (("-tl.zip", 1_540_000), ("-tl.epub", 999_400), ("-tl.zim", 1_000_000), (".zip", 26_000_000)):
        with (project / "site/downloads" / f"sse-knowledge-base{name}").open("wb") as file:
            file.truncate(size)
    write_pages(project / "site", {"tl/offline/index.html": page("tl/offline/", article())})
    site = BuiltSite(project / "site", ("en", "tl"))
    words = Labels("tl", {"A book for the phone": "Aklat <>"})
    changed = fill_shelf(site, {"en": "English", "tl": "Filipino"}, {"en": Labels(), "tl": words})
    assert changed == [project / "site/offline/index.html", project / "site/tl/offline/index.html"]
    way = "../../downloads/sse-knowledge-base"
    assert [serialize(item) for item in place_of(project, "tl").iter("li")] == [
        f'<a href="{way}-tl.zip" download>All pages for a stick: Filipino, English</a> (ZIP, 1.5 MB)',
        f'<a href="{way}-tl.epub" download>Aklat &lt;&gt;</a> (EPUB, 999 KB)',
        f'<a href="{way}-tl.zim" download>An archive for Kiwix</a> (ZIM, 1.0 MB)',
        f'<a href="{way}.zip" download>All pages for a stick, in all languages</a> (ZIP, 26.0 MB)',
    ]
    assert fill_shelf(site, {"en": "English", "tl": "Filipino"}, {"en": Labels(), "tl": words}) == []
