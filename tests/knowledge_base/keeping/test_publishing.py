"""What browsers are told to keep a language: the lists, what is said of them, the manifest, and the worker."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from harness import PROJECT, write_pages
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.keeping.controls import words_of_worker
from knowledge_base.keeping.publishing import publish, write_lists
from knowledge_base.labels import Labels, read_catalogue
from tiny_site import make_site

KHMER = Labels("km", {"SSE Knowledge Base": "មូលដ្ឋានចំណេះដឹង", "Without internet": "គ្មានអ៊ីនធឺណិត"})


def labels_in(locale: str) -> Labels:
    """The labels of a locale."""
    return KHMER if locale == "km" else Labels(locale)


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    """A small site; the page on which languages are kept is there in Khmer, and not in English."""
    made = make_site(tmp_path, km__offline__="<h1>ក</h1>") / "site"
    write_pages(made, {"km/index.html.gz": b"1234", "km/index.html.br": b"123", "_headers": "/a\n  B: c\n"})
    write_pages(tmp_path / "scripts/keeping", {"store.js": "// kept\nstore()\n", "worker.js": "work()\n"})
    return BuiltSite(made, ("en", "km"))


def told(site: BuiltSite, name: str) -> Any:
    """What a file of the lists says."""
    return json.loads((site.folder / "keeping" / name).read_text(encoding="utf-8"))


def test_a_language_with_the_page_is_published(site: BuiltSite, tmp_path: Path) -> None:
    """The worker at the top, and the files of the language; a host is told to ask for them each time."""
    written = publish(site, tmp_path / "scripts", "offline.md", labels_in, "/kb/")
    names = [file.relative_to(site.folder).as_posix() for file in written]
    assert names == ["worker.js", "keeping/km.webmanifest", "keeping/km.json", "keeping/km.files.json"]
    worker = (site.folder / "worker.js").read_text(encoding="utf-8")
    assert worker == 'const LOCALES = ["en", "km"]\nstore()\nwork()\n'
    assert (site.folder / "_headers").read_text(encoding="utf-8") == (
        "/a\n  B: c\n/kb/worker.js\n  Cache-Control: no-cache\n/kb/keeping/*\n  Cache-Control: no-cache\n"
    )


def test_a_host_without_such_a_file_is_told_nothing(site: BuiltSite, tmp_path: Path) -> None:
    """No file for hosts is made where none is."""
    (site.folder / "_headers").unlink()
    publish(site, tmp_path / "scripts", "offline.md", labels_in, "/")
    assert not (site.folder / "_headers").exists()


def test_the_list_has_all_files_of_the_language_with_hash_size_and_what_they_take(site: BuiltSite) -> None:
    """Pages and what they need, apart from them the handouts; what lies there compressed takes less on the way."""
    write_lists(site, "offline.md", labels_in)
    found = told(site, "km.files.json")
    home = (site.folder / "km/index.html").read_bytes()
    assert found["files"]["km/index.html"] == [hashlib.sha256(home).hexdigest()[:16], len(home), 4]
    assert list(found["handouts"]) == ["handouts/km/one.pdf"]
    assert found["handouts"]["handouts/km/one.pdf"][1:] == [5, 5]
    paths = list(found["files"])
    assert paths == sorted(paths)
    assert {"assets/styles/a.css", "assets/fonts/km-letters.woff2", "search/km.js", "km/offline/index.html"} <= set(
        paths
    )
    assert not [path for path in paths if path.endswith((".gz", ".br", ".pdf")) or path == "index.html"]


def test_what_is_asked_first_sums_the_list_up(site: BuiltSite) -> None:
    """The same release, how much there is, where the language begins, and what its readers are told."""
    write_lists(site, "offline.md", labels_in)
    about, files = told(site, "km.json"), told(site, "km.files.json")
    words = about.pop("words")
    assert words == words_of_worker(KHMER)
    assert words["more"] == "គ្មានអ៊ីនធឺណិត"
    assert set(words) == {"kept", "offline", "visited", "newer", "missing", "instead", "more"}
    assert len(set(words.values())) == 7
    assert about == {
        "release": files["release"],
        "lang": "km",
        "name": "មូលដ្ឋានចំណេះដឹង",
        "home": "km/",
        "page": "km/offline/",
        "count": len([path for path in files["files"] if path.endswith(".html")]),
        "pages": sums(files["files"]),
        "handouts": sums(files["handouts"]),
    }


def sums(files: dict[str, list[Any]]) -> dict[str, int]:
    """What the files of a list come to."""
    _, sizes, data = zip(*files.values(), strict=True)
    return {"count": len(files), "size": sum(sizes), "data": sum(data)}


def test_a_release_has_another_name_when_anything_changes(site: BuiltSite) -> None:
    """A file, a handout, or what is said; and the same name where nothing changed."""

    def name(words: str = "a") -> str:
        write_lists(site, "offline.md", lambda locale: Labels(locale, {"Without internet": words}))
        return str(told(site, "km.json")["release"])

    names = [name(), name()]
    for path in ("km/values/index.html", "handouts/km/one.pdf"):
        (site.folder / path).write_bytes((site.folder / path).read_bytes() + b" ")
        names.append(name())
    names.append(name("b"))
    assert len(set(names)) == 4
    assert names[0] == names[1]


def test_the_manifest_puts_the_language_among_a_phone_s_programs(site: BuiltSite) -> None:
    """Its first page, its name and language; the icons are files of the site."""
    write_lists(site, "offline.md", labels_in)
    given = told(site, "km.webmanifest")
    icons = given.pop("icons")
    assert given == {
        "name": "មូលដ្ឋានចំណេះដឹង",
        "short_name": "SSE",
        "lang": "km",
        "start_url": "../km/",
        "scope": "../",
        "display": "minimal-ui",
        "theme_color": "#0b4f4a",
        "background_color": "#ffffff",
    }
    assert [icon["sizes"] for icon in icons] == ["192x192", "512x512", "any"]


def test_what_readers_are_told_stands_in_the_catalogue() -> None:
    """Each of the worker's words can be translated."""
    template, _ = read_catalogue(PROJECT / "docs/.translations/labels.pot", "labels.pot")
    assert set(words_of_worker(Labels()).values()) <= {entry.english for entry in template.entries}
