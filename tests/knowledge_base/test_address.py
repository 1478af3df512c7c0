"""Addresses: the ways between the pages of a built site."""

import pytest

from knowledge_base.address import Addresses
from knowledge_base.page import Page

ADDRESSES = Addresses(
    {
        "en/index.md": "./",
        "en/about.md": "about/",
        "en/values/index.md": "values/",
        "en/values/equity.md": "values/equity/",
        "en/sources/text.md": "sources/text/",
        "en/plain.md": "plain.html",
        "th/index.md": "th/",
        "th/values/equity.md": "th/values/equity/",
    },
    "https://kb.example/base/",
)


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
        ("en/values/equity.md", "th/values/equity.md", "", "../../th/values/equity/"),
        ("th/values/equity.md", "en/index.md", "", "../../../"),
        ("en/values/equity.md", "en/plain.md", "a", "../../plain.html#a"),
        ("en/plain.md", "en/about.md", "", "about/"),
    ],
)
def test_the_way_between_two_pages_is_relative(here: str, there: str, anchor: str, address: str) -> None:
    """A page is reached from another by a relative address, wherever the site stands; on the same page by an anchor."""
    assert ADDRESSES.between(page_at(here), page_at(there), anchor) == address


@pytest.mark.parametrize(
    ("path", "anchor", "address"),
    [
        ("en/values/equity.md", "a", "https://kb.example/base/values/equity/#a"),
        ("en/index.md", "", "https://kb.example/base/"),
        ("th/index.md", "", "https://kb.example/base/th/"),
    ],
)
def test_an_absolute_address_begins_with_the_sites(path: str, anchor: str, address: str) -> None:
    """The whole address of a place is the site's own address, then the page's, then the anchor."""
    assert ADDRESSES.absolute(page_at(path), anchor) == address
