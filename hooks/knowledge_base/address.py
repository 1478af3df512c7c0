"""Addresses inside the site: from one page to a place on another."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from posixpath import relpath
from urllib.parse import urljoin, urlsplit

from .locale import SOURCE
from .page import Page


@dataclass(frozen=True)
class Addresses:
    """Where the pages of one build stand.

    urls  the address of each page below the site's root, by its path below its locale's folder: in the Lao build
          "principles/equality.md" stands at "lo/principles/equality/", whether its text is Lao or falls back to English
    root  the site's own address with a slash at its end, or "" where it is not known
    folder    what the addresses of this build's locale begin with: "lo/", "" for English
    is_alone  whether the build holds one locale only, at the top
    """

    urls: Mapping[str, str]
    root: str = ""
    folder: str = ""
    is_alone: bool = False

    def between(self, here: Page, there: Page, anchor: str = "") -> str:
        """The relative address from a page to a place on a page; on the same page, the anchor alone."""
        fragment = f"#{anchor}" if anchor else ""
        if here == there and anchor:
            return fragment
        return _way(self._url(here), self._url(there)) + fragment

    def to_locale(self, here: Page, locale: str, path: str, anchor: str = "") -> str | None:
        """The relative address from a page to a page of any locale; None where this build holds one locale only."""
        if self.is_alone:
            return None
        own = self.urls.get(path)
        if own is None:
            return None
        below = ("" if own == "./" else own).removeprefix(self.folder)
        there = below if locale == SOURCE else f"{locale}/{below}"
        return _way(self._url(here), there) + (f"#{anchor}" if anchor else "")

    def absolute(self, page: Page, anchor: str = "") -> str:
        """The whole address of a place on a page."""
        return self.root + self._url(page) + (f"#{anchor}" if anchor else "")

    def to_root(self, page: Page) -> str:
        """The address of a page from the site's root; "" for the root itself."""
        return self._url(page)

    def to_file(self, here: Page, path: str) -> str:
        """The relative address from a page to a file below the site's root."""
        return _way(self._url(here), path)

    def carried(self, href: str, there: Page, here: Page) -> str:
        """An address that stands on the page `there`, as it has to be on the page `here` to lead to the same place."""
        if urlsplit(href).scheme or href.startswith("//"):
            return href
        way, sign, fragment = urljoin(f"/{self._url(there)}", href).removeprefix("/").partition("#")
        return _way(self._url(here), way) + sign + fragment

    def _url(self, page: Page) -> str:
        # A build of one language alone lacks the pages that would fall back to English: their links lead nowhere.
        url = self.urls.get(page.path, page.path.removesuffix(".md") + "/")
        return "" if url == "./" else url


@cache
def _way(here: str, there: str) -> str:
    folder, _, name = there.rpartition("/")
    return relpath(f"/{folder}", "/" + here.rpartition("/")[0]) + f"/{name}"
