"""A page of the site as it goes into a ZIM archive: its links lead to files of the archive, or to the web."""

from collections.abc import Collection
from posixpath import dirname, relpath
from urllib.parse import quote

from lxml import html
from lxml.html import HtmlElement

from ..fragment import take_out
from .built_site import BuiltSite, CannotMake

# The languages that the site offers beside this one: they are not in the archive.
SWITCHERS = ("kb-languages", "kb-offer")


def fit_page(root: HtmlElement, page: str, site: BuiltSite, held: Collection[str]) -> bytes:
    """The page for an archive that holds these paths; the tree is changed.

    A link names the file that it leads to, since an archive knows no folders. One to a page of another language leads
    to the site on the web, or nowhere where the site does not say where it is published.
    """
    take_out(root, SWITCHERS)
    for link in root.xpath("//link[@rel='alternate']"):
        link.drop_tree()
    root.rewrite_links(lambda link: _fitted(link, page, site, held))
    return html.tostring(root, encoding="utf-8", doctype="<!doctype html>")


def _fitted(link: str, page: str, site: BuiltSite, held: Collection[str]) -> str | None:
    found = site.target(page, link)
    if found is None or (link.startswith("#") and page in held):
        return link
    path, fragment = found
    if path in held:
        return quote(relpath(path, dirname(page) or ".")) + fragment
    if not site.has(path):
        raise CannotMake(f"{page} leads to {link}, and there is no such file. Build the site again: make site")
    address = site.published(path)
    return address + fragment if address else None
