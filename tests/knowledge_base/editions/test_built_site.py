"""The built site: which files belong to a language, and where links lead."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.imprint import Imprint, read_imprint
from knowledge_base.labels import Labels
from tiny_site import make_site

LOCALES = ("en", "km")


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    """A small built site in English and Khmer."""
    return BuiltSite(make_site(tmp_path) / "site", LOCALES)


def test_a_language_has_its_pages_and_what_they_need(site: BuiltSite) -> None:
    """Its own pages, what all languages share, and the files named after it; nothing of another language."""
    assert site.pages("km") == [
        "km/index.html",
        "km/sources/text/index.html",
        "km/translating/index.html",
        "km/values/equity/index.html",
        "km/values/index.html",
    ]
    assert site.beside("km") == [
        "assets/fonts/km-letters.woff2",
        "assets/styles/a.css",
        "handouts/km/one.pdf",
        "search/km.js",
    ]
    assert site.beside("en") == ["assets/styles/a.css", "handouts/en/one.pdf"]
    assert [path.startswith("km/") for path in site.pages("en")] == [False] * 5


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../", ("km/values/index.html", "")),
        ("../equity/#b", ("km/values/equity/index.html", "#b")),
        ("#b", ("km/values/equity/index.html", "#b")),
        ("../../../", ("index.html", "")),
        ("../../../handouts/km/one.pdf", ("handouts/km/one.pdf", "")),
        ("https://other.example/", None),
        ("//other.example/", None),
        ("mailto:a@kb.example", None),
    ],
)
def test_a_link_leads_where_a_browser_would_go(link: str, target: tuple[str, str] | None, site: BuiltSite) -> None:
    """A folder stands for the page in it; what leaves the site leads nowhere in it."""
    assert site.target("km/values/equity/index.html", link) == target


def test_a_page_is_found_by_its_markdown_file(site: BuiltSite) -> None:
    """Whether pages have folders of their own or not; a page that the site lacks is not found."""
    (site.folder / "km" / "flat.html").write_text("", encoding="utf-8")
    assert site.find_page("km", "values/equity.md") == "km/values/equity/index.html"
    assert site.find_page("en", "values/index.md") == "values/index.html"
    assert site.find_page("km", "flat.md") == "km/flat.html"
    assert site.find_page("km", "missing.md") is None


def test_an_edition_speaks_in_the_words_of_the_configuration(tmp_path: Path) -> None:
    """Name, description and rights in the reader's language, without markup; the publisher is the site in English."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: A\n  site\nsite_description: What it is.\ncopyright: Ours is <a href='x'>free</a>.\nnav: [a.md]\n"
    )
    labels = Labels("tl", {"A site": "Lugar", "What it is.": "Ano ito."})
    found = read_imprint(config, labels, "https://kb.example/tl/", 1767270602)
    made = datetime(2026, 1, 1, 12, 30, 2, tzinfo=UTC)
    assert found == Imprint("tl", "Lugar", "A site", "Ano ito.", "Ours is free.", "https://kb.example/tl/", made)
    assert (found.tag, found.file_name) == ("fil", "sse-knowledge-base-tl")
    config.write_text("[]")
    assert read_imprint(config, labels, "", 0).title == ""
