"""A language that is not finished: what is missing is shown in English, says so, and claims nothing."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree

from harness import Built, build, make_project
from site_pages import GOOD, LAO

LAO_LETTERS = re.compile("[ກ-ໝ]")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of four pages, of which Lao lacks the principle."""
    folder = tmp_path_factory.mktemp("half")
    built = build(make_project(folder, GOOD | LAO), folder / "site", "--strict")
    assert (built.code, built.output) == (0, "")
    return built


def test_a_missing_page_is_shown_in_english_with_a_notice_in_the_readers_language(half: Built) -> None:
    """Where the Lao page is missing stand the English text, marked as English, and a notice in Lao outside of it."""
    page, article = half.page("lo/principles/together/"), half.article("lo/principles/together/")
    text = article.xpath("./div[@lang='en']")[0]
    assert (page.get("lang"), text.findtext(".//h1")) == ("lo", "Together")
    notice = article.find_class("kb-notice")[0]
    assert notice.text_content().split()[0] == "ຍັງບໍ່ໄດ້ແປ"
    assert notice.getparent() is article


def test_a_missing_page_can_be_begun_with_one_tap(half: Built) -> None:
    """The notice on a missing page links to a new file at the host, filled with the English text."""
    notice = half.article("lo/principles/together/").find_class("kb-notice")[0]
    address = urlsplit(str(notice.xpath(".//a/@href")[0]))
    query = parse_qs(address.query)
    assert address.path.endswith("/new/main")
    assert query["filename"] == ["docs/lo/principles/together.md"]
    assert query["value"][0] == "---\ntitle: Together\n---\n" + GOOD["principles/together.md"].partition("---\n\n")[
        2
    ].join(["\n", ""])


def test_a_missing_page_is_not_called_a_translation(half: Built) -> None:
    """Neither the heads of the pages nor the sitemap call the English text at the Lao address a translation."""
    for path in ("principles/together/", "lo/principles/together/"):
        head = half.page(path).find("head")
        assert head is not None
        assert head.xpath("link[@rel='alternate']") == []
        assert head.xpath("link[@rel='canonical']/@href")[0].endswith(".example/principles/together/")
        assert bool(half.page(path).xpath("//script[@type='application/ld+json']")) == (not path.startswith("lo/"))
    urls = etree.parse(half.folder / "sitemap.xml").getroot().findall("s:url", SITEMAP)
    found = {str(url.findtext("s:loc", namespaces=SITEMAP)): url.findall("x:link", SITEMAP) for url in urls}
    assert {address.partition(".example/")[2]: len(links) for address, links in found.items()} == {
        "": 3, "lo/": 3, "principles/": 3, "lo/principles/": 3, "sources/text/": 3, "lo/sources/text/": 3,
        "principles/together/": 0,
    }  # fmt: skip


def test_links_among_translations_lead_to_the_page_in_the_readers_language(half: Built) -> None:
    """A Lao page links to the missing page at its Lao address, and the English text there leads on to Lao pages."""
    assert "principles/together/" in half.article("lo/").xpath(".//@href")
    glance = half.article("lo/principles/").find_class("kb-glance")[0]
    assert glance.xpath("./*/@lang") == ["en"]
    assert glance.xpath(".//a/@href") == ["together/"]
    links = half.article("lo/principles/together/").xpath(".//@href")
    assert "../../sources/text/#principle-1" in links


def test_the_theme_and_the_notice_speak_lao(half: Built) -> None:
    """The first page is Lao all over: its notice, and the theme's own words."""
    page = half.page("lo/")
    assert [LAO_LETTERS.search(link.text_content()) is not None for link in page.find_class("md-skip")] == [True]
    assert LAO_LETTERS.search(half.article("lo/").find_class("kb-notice")[0].text_content())


def test_one_language_is_built_alone(tmp_path: Path) -> None:
    """With SITE_LOCALE the site is one language at its root, without a switcher; what is kept for the whole stays."""
    project = make_project(tmp_path, GOOD | LAO)
    kept = project / ".cache" / "compressed" / f"{'0' * 64}.br"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"of a page in another language")
    built = build(project, tmp_path / "site", SITE_LOCALE="lo")
    assert built.code == 0
    assert kept.is_file()
    assert set(built.pages) == {"", "principles/", "sources/text/"}
    assert built.page("").get("lang") == "lo"
    assert not built.page("").find_class("kb-languages")
