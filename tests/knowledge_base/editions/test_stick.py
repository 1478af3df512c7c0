"""Folders to unpack onto a stick: what is in them, where links lead, and that the same content is the same bytes."""

import time
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html

from harness import write_pages
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.imprint import Imprint
from knowledge_base.editions.start_page import START, Language
from knowledge_base.editions.stick import files_of, paths_of, write_stick
from knowledge_base.labels import Labels
from tiny_site import make_site

EQUITY = "km/values/equity/index.html"
ENGLISH = Language("English", "index.html", Labels("en"))
KHMER = Language("ភាសាខ្មែរ", "km/index.html", Labels("km"))


def make(file: Path, project: Path, imprint: Imprint, *languages: Language, with_handouts: bool = True) -> Path:
    """Writes a stick with these languages of a project's site."""
    site = BuiltSite(project / "site", ("en", "km"))
    paths = paths_of(site, [language.labels.locale for language in languages], with_handouts)
    write_stick(file, files_of(site, paths, languages, imprint), imprint)
    return file


def unpacked(file: Path) -> Mapping[str, bytes]:
    """The files of a stick, below its folder."""
    with ZipFile(file) as archive:
        return {path.removeprefix("sse-knowledge-base/"): archive.read(path) for path in archive.namelist()}


def links_of(file: Path, path: str) -> list[str]:
    """The addresses on a page of a stick, in order."""
    return [str(link) for link in html.document_fromstring(unpacked(file)[path]).xpath("//@href")]


def test_a_stick_has_its_languages_and_a_page_to_start_from(tmp_path: Path, imprint: Imprint) -> None:
    """The page to start from, pages, then what they need, in the order of their letters; nothing for hosts."""
    project = make_site(tmp_path)
    write_pages(project / "site", {"km/index.html.br": b"", "values/index.html.gz": b"", "_headers": "/"})
    files = unpacked(make(tmp_path / "a.zip", project, imprint, KHMER, ENGLISH))
    pages = sorted(path for path in files if path.endswith(".html") and path != START)
    assert list(files) == [START, *pages, *sorted(files.keys() - {START, *pages})]
    assert {"index.html", "km/index.html", "handouts/km/one.pdf", "handouts/en/one.pdf", "search/km.js"} <= files.keys()
    assert {path for path in files if path.endswith((".br", ".gz", ".zim", ".xml")) or "404" in path} == set()
    start = html.document_fromstring(files[START])
    assert [(link.get("href"), link.text) for link in start.iter("a")] == [
        ("km/index.html", "ភាសាខ្មែរ"),
        ("index.html", "English"),
    ]
    assert not start.xpath("//script")


def test_links_lead_to_files_of_the_stick_or_to_the_web(tmp_path: Path, imprint: Imprint) -> None:
    """Each link names a file; the English page is beside; what speaks to hosts is gone, and a switcher for one."""
    project = make_site(tmp_path)
    both = make(tmp_path / "both.zip", project, imprint, KHMER, ENGLISH)
    assert links_of(both, EQUITY) == [
        "../../../assets/styles/a.css",
        "../../index.html",
        "../../../values/equity/index.html",
        "../../translating/index.html",
        "../../sources/text/index.html#para-1",
    ]
    alone = make(tmp_path / "alone.zip", project, imprint, ENGLISH)
    assert links_of(alone, "values/equity/index.html") == [
        "../../assets/styles/a.css",
        "#equity",
        "../../sources/text/index.html#para-1",
        "../../handouts/en/one.pdf",
        "../../translating/index.html",
    ]


def test_without_handouts_they_are_on_the_web(tmp_path: Path, imprint: Imprint) -> None:
    """Whoever makes sticks small leaves out what is printed; its links lead to the site."""
    file = make(tmp_path / "a.zip", make_site(tmp_path), imprint, ENGLISH, with_handouts=False)
    assert [path for path in unpacked(file) if path.endswith(".pdf")] == []
    assert "https://kb.example/handouts/en/one.pdf" in links_of(file, "values/equity/index.html")


def test_pages_that_are_put_together_have_links_to_files(tmp_path: Path, imprint: Imprint) -> None:
    """The script that hands a page over to the page for sets names files, as seen from there."""
    project = make_site(tmp_path, **{"km/seminar/set/": '<h1>ឈុត</h1><div id="set-choice"></div>'})
    script = 'knowledgeBasePage("<section lang=\\"km\\"><a href=\\"../../values/#b\\">ក</a> &amp; ខ</section>")\n'
    write_pages(project / "site", {"sets/km/equity.js": script})
    made = unpacked(make(tmp_path / "a.zip", project, imprint, KHMER, ENGLISH))["sets/km/equity.js"].decode()
    assert made == script.replace("values/#b", "values/index.html#b")


def test_the_same_content_gives_the_same_bytes(
    tmp_path: Path, imprint: Imprint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever and wherever it is made: the same order, the time of the edition, files that everybody may read."""
    project = make_site(tmp_path)
    write_pages(project / "site", {"handouts/km/ឯកសារ.pdf": b"%PDF-"})
    made = []
    for number, zone in enumerate(("Asia/Bangkok", "America/Lima")):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        for file in (project / "site").rglob("*.html"):
            file.touch(mode=0o600 + number)
        made.append(make(tmp_path / f"{number}.zip", project, imprint, KHMER, ENGLISH))
    monkeypatch.undo()
    time.tzset()
    assert made[0].read_bytes() == made[1].read_bytes()
    with ZipFile(made[0]) as archive:
        found = archive.infolist()
    assert {(info.date_time, info.external_attr >> 16) for info in found} == {((2026, 1, 1, 12, 30, 2), 0o644)}
    assert "sse-knowledge-base/handouts/km/ឯកសារ.pdf" in [info.filename for info in found]
