"""A page of the site as it goes into a ZIM archive: its links lead to files of the archive, or to the web."""

from collections.abc import Collection

from lxml import html
from lxml.html import HtmlElement

from ..fragment import take_out
from .built_site import BuiltSite
from .inner_links import lead_links, tell_address

# The languages that the site offers beside this one: they are not in the archive.
SWITCHERS = ("kb-languages", "kb-offer")


def fit_page(root: HtmlElement, page: str, site: BuiltSite, held: Collection[str]) -> bytes:
    """The page for an archive that holds these paths; the tree is changed."""
    take_out(root, SWITCHERS)
    for link in root.xpath("//link[@rel='alternate']"):
        link.drop_tree()
    tell_address(root, site.published(page))
    lead_links(root, page, site, held)
    return html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
