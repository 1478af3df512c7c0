"""By what browsers keep a language: the list of the built site's files, the worker, the manifests."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from harness import TRANSLATIONS, Built, build, make_project
from keeping_site import make_edition
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.keeping.release import read_release
from site_pages import GOOD

LOCALES = ("en", *TRANSLATIONS)
ASKED = re.compile(r'(?:src|href)="(?:\.\./)*([^":]+\.(?:css|js|svg|png|pdf))"')


def given(site: Built, locale: str, kind: str) -> dict[str, Any]:
    """A file about a locale that browsers read."""
    read: dict[str, Any] = json.loads((site.folder / f"keeping/{locale}.{kind}").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("locale", LOCALES)
def test_a_list_holds_the_files_as_they_lie_there(locale: str, site: Built) -> None:
    """Each with the hash and the size that it has; all pages of the language, what they ask for, and no more pages."""
    listed = given(site, locale, "files.json")
    files = listed["files"] | listed["handouts"]
    for path, (sign, size, data) in files.items():
        content = (site.folder / path).read_bytes()
        assert (hashlib.sha256(content).hexdigest()[: len(sign)], len(content)) == (sign, size)
        assert data <= size
    own = site.english if locale == "en" else [path for path in site.pages if path.startswith(f"{locale}/")]
    assert {path for path in files if path.endswith(".html")} == {f"{path}index.html" for path in own}
    for path in own:
        page = (site.folder / path / "index.html").read_text(encoding="utf-8")
        assert {asked for asked in ASKED.findall(page) if (site.folder / asked).is_file()} <= set(files)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_told_before_is_true(locale: str, site: Built) -> None:
    """The sizes are those of the files, and both files name the same release."""
    about, listed = given(site, locale, "json"), given(site, locale, "files.json")
    assert about["release"] == listed["release"]
    for kind, files in (("pages", listed["files"]), ("handouts", listed["handouts"])):
        assert about[kind]["size"] == sum(size for _, size, _ in files.values())
        assert about[kind]["count"] == len(files) > 0
    assert (site.folder / about["page"] / "index.html").is_file()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_manifest_leads_to_its_language(locale: str, site: Built) -> None:
    """Its first page, its icons, and no other host."""
    made = given(site, locale, "webmanifest")
    base = site.folder / "keeping"
    assert (base / made["start_url"] / "index.html").is_file()
    assert f'lang="{made["lang"]}"' in (base / made["start_url"] / "index.html").read_text(encoding="utf-8")
    assert all((base / icon["src"]).is_file() for icon in made["icons"])


def test_hosts_are_told_to_keep_the_worker_for_no_time(site: Built) -> None:
    """It has the same name in every release."""
    assert "/worker.js\n  Cache-Control: no-cache\n" in (site.folder / "_headers").read_text(encoding="utf-8")
    assert not list((site.folder / "assets").rglob("worker*"))


def test_a_release_has_another_name_when_a_file_of_it_changes(tmp_path: Path) -> None:
    """And the same as long as none does, whatever changes in other languages."""

    def name() -> str:
        return read_release(BuiltSite(tmp_path, ("en", "km")), "km").name("")

    make_edition(tmp_path, "I")
    before = name()
    (tmp_path / "page-1/index.html").write_text("changed", encoding="utf-8")
    assert name() == before
    (tmp_path / "km/page-1/index.html").write_text("changed", encoding="utf-8")
    assert name() != before


def test_a_site_without_the_page_keeps_nothing(tmp_path: Path) -> None:
    """Nor does a build of one language, a quick preview: no worker, no lists, and no page that asks for them."""
    page = {"offline.md": "---\nshows: keeping\n---\n\n# Offline\n"}
    for name, pages, locale in (("without", GOOD, ""), ("alone", GOOD | page, "en")):
        built = build(make_project(tmp_path / name, pages), tmp_path / f"{name}-site", "--strict", SITE_LOCALE=locale)
        assert (built.code, built.output) == (0, "")
        assert not (built.folder / "worker.js").exists()
        scripts = [file.read_text(encoding="utf-8") for file in built.folder.glob("assets/scripts/site.*.js")]
        assert scripts
        assert not [script for script in scripts if "serviceWorker" in script]
