"""Addresses: the ways between the pages of a built site."""

import pytest

from knowledge_base.address import Addresses
from knowledge_base.page import Page

ENGLISH = Addresses(
    {
        "index.md": "./",
        "about.md": "about/",
        "values/index.md": "values/",
        "values/equity.md": "values/equity/",
        "sources/text.md": "sources/text/",
        "plain.md": "plain.html",
    },
    "https://kb.example/base/",
)
# A Thai build, whose glossary falls back to English.
THAI = Addresses({"index.md": "th/", "values/equity.md": "th/values/equity/", "glossary.md": "th/glossary/"}, "")


def page_at(path: str) -> Page:
    """An empty page at a path below `docs/`."""
    locale, _, below = path.partition("/")
    return Page(locale, below, f"docs/{path}", {}, "", "", 1)


@pytest.mark.parametrize(
    ("here", "there", "anchor", "address"),
    [
        ("en/values/equity.md", "en/sources/text.md", "a", "../../sources/text/#a"),
        ("en/values/equity.md", "en/values/index.md", "", "../"),
        ("en/values/index.md", "en/values/equity.md", "", "equity/"),
        ("en/values/equity.md", "en/index.md", "", "../../"),
        ("en/index.md", "en/values/equity.md", "a", "values/equity/#a"),
        ("en/about.md", "en/index.md", "a", "../#a"),
        ("en/index.md", "en/index.md", "", "./"),
        ("en/index.md", "en/index.md", "a", "#a"),
        ("en/values/equity.md", "en/values/equity.md", "a", "#a"),
        ("en/values/equity.md", "en/values/equity.md", "", "./"),
        ("en/values/equity.md", "en/plain.md", "a", "../../plain.html#a"),
        ("en/plain.md", "en/about.md", "", "about/"),
    ],
)
def test_the_way_between_two_pages_is_relative(here: str, there: str, anchor: str, address: str) -> None:
    """A page is reached from another by a relative address, wherever the site stands; on the same page by an anchor."""
    assert ENGLISH.between(page_at(here), page_at(there), anchor) == address


@pytest.mark.parametrize(
    ("path", "anchor", "address"),
    [
        ("en/values/equity.md", "a", "https://kb.example/base/values/equity/#a"),
        ("en/index.md", "", "https://kb.example/base/"),
    ],
)
def test_an_absolute_address_begins_with_the_sites(path: str, anchor: str, address: str) -> None:
    """The whole address of a place is the site's own address, then the page's, then the anchor."""
    assert ENGLISH.absolute(page_at(path), anchor) == address


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("th/values/equity.md", "th/index.md", "../../"),
        ("th/values/equity.md", "en/glossary.md", "../../glossary/"),
        ("en/glossary.md", "th/values/equity.md", "../values/equity/"),
    ],
)
def test_a_page_that_falls_back_stands_among_the_translations(here: str, there: str, address: str) -> None:
    """In a build of another language an English page is reached where that language's page would be."""
    assert THAI.between(page_at(here), page_at(there)) == address
