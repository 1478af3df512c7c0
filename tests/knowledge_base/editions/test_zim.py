"""ZIM archives: what is in them, and that the same content gives the same bytes."""

from dataclasses import replace
from pathlib import Path

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from lxml import html

from knowledge_base.editions.built_site import BuiltSite, CannotMake
from knowledge_base.editions.imprint import Imprint
from knowledge_base.editions.shop import ICON
from knowledge_base.editions.zim import entries_of, write_archive
from tiny_site import make_site

HOME = "km/index.html"
EQUITY = "km/values/equity/index.html"


def make(file: Path, project: Path, imprint: Imprint) -> Archive:
    """Writes the Khmer archive of a project's site, and opens it."""
    site = BuiltSite(project / "site", ("en", "km"))
    write_archive(file, list(entries_of(site, "km")), HOME, imprint, ICON.read_bytes())
    return Archive(file)


def links_of(archive: Archive, path: str) -> list[str]:
    """The addresses on a page of the archive, in order."""
    page = html.document_fromstring(bytes(archive.get_entry_by_path(path).get_item().content))
    return [str(link) for link in page.xpath("//@href")]


def test_an_archive_has_the_pages_of_its_language_and_what_they_need(tmp_path: Path, imprint: Imprint) -> None:
    """Pages, styles and fonts are in it, nothing of another language is; it opens on its first page and is whole."""
    archive = make(tmp_path / "a.zim", make_site(tmp_path), imprint)
    held = [
        "assets/fonts/km-letters.woff2",
        "assets/styles/a.css",
        "handouts/km/one.pdf",
        HOME,
        EQUITY,
    ]
    assert [path for path in held if not archive.has_entry_by_path(path)] == []
    assert not archive.has_entry_by_path("values/equity/index.html")
    assert not archive.has_entry_by_path("handouts/en/one.pdf")
    assert archive.article_count == 5
    assert archive.main_entry.get_item().path == HOME
    assert archive.check()


def test_an_archive_says_what_it_is(tmp_path: Path, imprint: Imprint) -> None:
    """Title, language by ISO 639-3, date, publisher, rights, and a picture of 48 times 48 points."""
    archive = make(tmp_path / "a.zim", make_site(tmp_path), imprint)
    said = {key: archive.get_metadata(key).decode() for key in archive.metadata_keys if "Illustration" not in key}
    assert said["Title"] == "គេហទំព័រ"
    assert said["Language"] == "khm"
    assert said["Date"] == "2026-01-01"
    assert said["Publisher"] == said["Creator"] == "A site"
    assert said["License"] == "Ours is free."
    assert said["LongDescription"] == "What it is."
    assert said["Description"] == "គេហទំព័រ"
    assert said["Source"] == "https://kb.example/km/"
    assert said["Name"] == "sse-knowledge-base_khm_all"
    assert said["Tags"] == "_ftindex:yes;_pictures:yes;_videos:no;_details:yes"
    picture = bytes(archive.get_illustration_item(48).content)
    assert (picture[:4], picture[16:24]) == (b"\x89PNG", (48).to_bytes(4) * 2)


def test_links_lead_to_files_of_the_archive_or_to_the_web(tmp_path: Path, imprint: Imprint) -> None:
    """The switcher of languages is gone; the English page is on the web; a page is found by its folder too."""
    archive = make(tmp_path / "a.zim", make_site(tmp_path), imprint)
    assert links_of(archive, EQUITY) == [
        "https://kb.example/km/values/equity/",
        "../../../assets/styles/a.css",
        "https://kb.example/values/equity/",
        "../../translating/index.html",
        "../../sources/text/index.html#para-1",
    ]
    assert archive.get_entry_by_path("km/values/equity/").get_redirect_entry().path == EQUITY


def test_a_word_inside_a_line_is_found(tmp_path: Path, imprint: Imprint) -> None:
    """Khmer has no spaces between words: "cooperative" stands at the end of a line of five words."""
    archive = make(tmp_path / "a.zim", make_site(tmp_path), imprint)
    found = Searcher(archive).search(Query().set_query("សហករណ៍"))
    assert list(found.getResults(0, 9)) == [EQUITY]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, imprint: Imprint) -> None:
    """Made twice it is the same, the names of its indexes too; with another page or on another day it is not."""
    project = make_site(tmp_path)
    names = {make(tmp_path / f"{number}.zim", project, imprint).uuid for number in range(2)}
    first, second = ((tmp_path / f"{number}.zim").read_bytes() for number in range(2))
    assert first == second
    names.add(make(tmp_path / "2.zim", project, replace(imprint, made=imprint.made.replace(day=2))).uuid)
    make_site(tmp_path, km__="<h1>ថ្មី</h1>")
    names.add(make(tmp_path / "3.zim", project, imprint).uuid)
    assert len(names) == 3


def test_a_link_to_what_is_not_there_is_a_fault(tmp_path: Path, imprint: Imprint) -> None:
    """A page that leads to nothing is named, with the link."""
    project = make_site(tmp_path, km__='<h1>ក</h1><p><a href="nowhere/">ខ</a></p>')
    with pytest.raises(CannotMake, match=r"km/index\.html leads to nowhere/"):
        make(tmp_path / "a.zim", project, imprint)
