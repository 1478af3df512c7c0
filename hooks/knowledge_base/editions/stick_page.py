"""What of the site differs on a stick: pages whose links name files, and scripts of pages that are put together."""

import json
from collections.abc import Collection

from lxml import html
from lxml.html import HtmlElement

from ..fragment import parse, serialize
from .built_site import BuiltSite
from .inner_links import lead_link, lead_links, tell_address

# Of the head's links those that a page in a folder has a use for; the others speak to hosts and search engines.
LINKS = ("icon", "next", "preload", "prev", "stylesheet")
SWITCHERS = ("kb-languages", "kb-offer")
# The search's way out, for its script: an address that is no link.
WAY_OUT = "data-terms-address"


def fit_page(root: HtmlElement, page: str, site: BuiltSite, held: Collection[str]) -> bytes:
    """The page for a folder that holds these paths; the tree is changed."""
    for link in root.xpath("//head/link"):
        if link.get("rel") not in LINKS:
            link.drop_tree()
    for about in root.xpath("//script[@type='application/ld+json']"):
        about.drop_tree()
    for name in SWITCHERS:
        for switcher in root.find_class(name):
            _leave_languages(switcher, page, site, held)
    tell_address(root, site.published(page))
    for words in root.xpath(f"//*[@{WAY_OUT}]"):
        words.set(WAY_OUT, lead_link(words.get(WAY_OUT), page, site, held) or "")
    lead_links(root, page, site, held)
    return html.tostring(root, encoding="utf-8", doctype="<!doctype html>")


def fit_script(script: str, here: str, site: BuiltSite, held: Collection[str]) -> bytes:
    """The script that hands a page's article over to the page `here`, with links that name files."""
    begin, article, end = script.partition("(")[0], script[script.index("(") + 1 : script.rindex(")")], ")\n"
    root = parse(json.loads(article))
    lead_links(root, here, site, held)
    return f"{begin}({json.dumps(serialize(root), ensure_ascii=False)}{end}".encode()


def _leave_languages(switcher: HtmlElement, page: str, site: BuiltSite, held: Collection[str]) -> None:
    """Leaves of a switcher the languages that are on the stick; nothing where there is no other."""
    others = 0
    for link in list(switcher.iter("a")):
        found = site.target(page, link.get("href", ""))
        if found and found[0] in held:
            others += found[0] != page
        else:
            item = link.getparent()
            (item if item is not None and item.tag == "li" else link).drop_tree()
    if not others:
        switcher.drop_tree()
