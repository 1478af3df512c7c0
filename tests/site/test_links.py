"""The links of the built site: each leads to something that is there, and concepts and passages lead to each other."""

from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement

from harness import EVERY_LOCALE, Built

# Links are resolved as a browser does, from the address of their page.
ROOT = "http://site/"
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def addresses(path: str, root: HtmlElement) -> set[str]:
    """The addresses inside the site that a page links to or loads."""
    found = {urljoin(ROOT + path, address) for address in root.xpath("//@href | //@src")}
    return {address for address in found if address.startswith(ROOT)}


def passage(page: HtmlElement, anchor: str) -> list[HtmlElement]:
    """The elements from an anchor to the next; for a heading, to the next one that is not deeper."""
    first = page.get_element_by_id(anchor)
    level = HEADINGS.get(str(first.tag))
    found = [first]
    for element in first.itersiblings():
        if (HEADINGS.get(str(element.tag), 9) <= level) if level else element.xpath("descendant-or-self::*/@id"):
            break
        found.append(element)
    return found


def test_every_address_inside_the_site_is_there(site: Built) -> None:
    """Every link, picture, script and style sheet of every page leads to a file, and to the place that it names."""
    pages = {path: site.page(path) for path in site.pages}
    anchors = {path: {"", *page.xpath("//@id")} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for address in addresses(path, page):
            file, anchor = urldefrag(address.removeprefix(ROOT))
            there = anchor in anchors[file] if file in anchors else not anchor and (site.folder / file).is_file()
            if not there:
                broken.append((path, address))
    assert broken == []


def test_every_concept_and_its_passages_lead_to_each_other(site: Built) -> None:
    """In every language each quotation of each of the twenty concepts leads to its passage, and a link leads back."""
    concepts = [path for path in site.pages if site.article(path).find_class("kb-eyebrow")]
    assert len(concepts) == 20 * len(EVERY_LOCALE)
    for path in concepts:
        quotations = site.article(path).find_class("kb-quotation")
        assert quotations, path
        for quotation in quotations:
            link = quotation.find_class("kb-attribution")[0].xpath("string(.//a/@href)")
            source, anchor = urldefrag(urljoin(ROOT + path, link))
            elements = passage(site.page(source.removeprefix(ROOT)), anchor)
            back = {urljoin(source, href) for element in elements for href in element.xpath(".//@href")}
            assert f"{ROOT}{path}#{quotation.get('id')}" in back, f"{path}: {link}"
