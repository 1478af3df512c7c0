"""The real site in seven languages: every page is there in each, for readers, browsers and search engines."""

from urllib.parse import urljoin

import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from harness import EVERY_LOCALE, PROJECT, TRANSLATIONS, Built, is_written_in

LOCALES = ("en", *TRANSLATIONS)
# Filipino lives at /tl/, and BCP 47 prefers "fil".
TAGS = {locale: "fil" if locale == "tl" else locale for locale in EVERY_LOCALE}
ROOT = "https://sse-knowledge-base.example/"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


PASSAGES = ".//*[contains(@class, 'kb-source-text')]"
QUOTATIONS = ".//figure[@class='kb-quotation']"


def words(element: HtmlElement) -> str:
    """What is written there, however it is set."""
    return " ".join(str(element.text_content()).split())


def path_in(locale: str, path: str) -> str:
    """Where an English page's translation stands."""
    return path if locale == "en" else f"{locale}/{path}"


def alternates(path: str) -> dict[str, str]:
    """The addresses of a page by language, as search engines are told them."""
    there = (locale for locale in EVERY_LOCALE if is_written_in(locale, path))
    return {TAGS[locale]: ROOT + path_in(locale, path) for locale in there} | {"x-default": ROOT + path}


def test_every_page_is_there_in_every_language(site: Built) -> None:
    """Each English page has a page at the same path in each language, and no other pages are there."""
    assert set(site.pages) == {path_in(locale, path) for locale in EVERY_LOCALE for path in site.english}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_falls_back(site: Built, locale: str) -> None:
    """Every page is in its language, from the document's language to the article, with a title and words of its own."""
    for path in site.english:
        page = site.page(path_in(locale, path))
        assert page.get("lang") == TAGS[locale]
        article = next(page.iter("article"))
        assert not article.xpath("./div[@lang]"), path_in(locale, path)
        if locale != "en":
            english = site.page(path)
            assert page.findtext("head/title") != english.findtext("head/title")
            assert article.findtext(".//h1") != english.findtext(".//article//h1")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_head_names_the_page_and_its_translations(site: Built, locale: str) -> None:
    """The canonical address is the page's own; every language is named with the address of its page, and a default."""
    for path in site.english:
        head = site.page(path_in(locale, path)).find("head")
        assert head is not None
        assert head.xpath("link[@rel='canonical']/@href") == [ROOT + path_in(locale, path)]
        links = head.xpath("link[@rel='alternate']")
        assert {link.get("hreflang"): link.get("href") for link in links} == alternates(path)


def test_the_sitemap_names_every_page_with_its_translations(site: Built) -> None:
    """The sitemap holds each page of each language once, and with it all languages and the default."""
    urls = etree.parse(site.folder / "sitemap.xml").getroot()
    found = {}
    for url in urls.iterfind("s:url", SITEMAP):
        links = {str(link.get("hreflang")): str(link.get("href")) for link in url.iterfind("x:link", SITEMAP)}
        found[url.findtext("s:loc", namespaces=SITEMAP)] = links
    assert len(found) == len(urls)
    assert found == {
        ROOT + path_in(locale, path): alternates(path)
        for locale in EVERY_LOCALE
        for path in site.english
        if is_written_in(locale, path)
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_the_switcher_leads_to_the_same_page_in_each_language(site: Built, locale: str) -> None:
    """On every page the switcher names each language in itself and leads to the same page in it."""
    for path in site.english:
        here = path_in(locale, path)
        links = site.page(here).xpath("//details[@class='kb-languages']//a")
        assert [link.get("lang") for link in links] == list(TAGS.values())
        assert [urljoin(ROOT + here, link.get("href")) for link in links] == [
            ROOT + path_in(other, path) for other in EVERY_LOCALE
        ]
        assert [link.get("lang") for link in links if link.get("aria-current")] == [TAGS[locale]]


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_a_translation_says_what_it_is(site: Built, locale: str) -> None:
    """Every page of a translation has one notice: the English page, its own file in the editor, and the way to help."""
    words = set()
    for path in site.english:
        here = path_in(locale, path)
        notice = site.article(here).find_class("kb-notice")
        assert len(notice) == 1, here
        addresses = [urljoin(ROOT + here, href) for href in notice[0].xpath(".//@href")]
        english, edit, guide = addresses
        assert (english, guide) == (ROOT + path, f"{ROOT}{locale}/translating/")
        assert (PROJECT / edit.partition("/edit/main/")[2]).is_file()
        assert f"/docs/{locale}/" in edit
        words.add(" ".join(notice[0].text_content().split()))
    assert len(words) == 1


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_a_translated_page_has_the_anchors_of_the_english_one(site: Built, locale: str) -> None:
    """Every address within an English page leads to the same place in each language; letters are a language's own."""
    for path in site.english:
        ours, theirs = (
            each.xpath(".//@id[not(starts-with(., 'letter-'))]")
            for each in (site.article(path_in(locale, path)), site.article(path))
        )
        assert ours == theirs, path_in(locale, path)


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_the_english_original_of_each_passage_is_one_tap_away(site: Built, locale: str) -> None:
    """On a source's page each passage, and on the other pages each quotation, is followed by its English words."""
    for path in site.english:
        ours, theirs = site.article(path_in(locale, path)), site.article(path)
        quoted = theirs.xpath(f"{QUOTATIONS}/blockquote/*[not(@class='kb-references')]")
        originals = ours.xpath(f"{QUOTATIONS}/*[@class='kb-original']/blockquote[@lang='en']/*")
        assert [words(each) for each in originals] == [words(each) for each in quoted], path
        shown = ours.xpath(f".//*[@class='kb-original'][not(ancestor::{QUOTATIONS[3:]})]/blockquote[@lang='en']")
        passages = theirs.xpath(
            ".//*[contains(@class, 'kb-source-text')]//text()[not(ancestor::p[@class='kb-references'])]"
        )
        assert "".join(map(words, shown)).replace(" ", "") == "".join("".join(passages).split()), path


def test_a_page_that_is_not_there_is_answered_in_every_language(site: Built) -> None:
    """The page for a wrong address says so in each language and leads to each first page; its own words are English."""
    page = html.fromstring((site.folder / "404.html").read_text(encoding="utf-8"))
    sections = page.xpath("//article/div[@lang]")
    assert [section.get("lang") for section in sections] == list(TAGS.values())
    links = [urljoin(ROOT, section.xpath("string(.//a/@href)")) for section in sections]
    assert links == [ROOT + path_in(each, "") for each in EVERY_LOCALE]
    assert page.get("lang") == "en"
