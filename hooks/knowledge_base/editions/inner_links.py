"""The links of a page as an edition needs them: to files of the edition, since it knows no folders, or to the web."""

from collections.abc import Collection
from posixpath import dirname, relpath
from urllib.parse import quote

from lxml.html import HtmlElement

from ..file_list import NAME
from ..fragment import build
from .built_site import BuiltSite, CannotMake


def lead_links(root: HtmlElement, page: str, site: BuiltSite, held: Collection[str]) -> None:
    """Makes the links of a page, or of a part of one, lead to the files of an edition that holds these paths.

    A link to another page of the site leads to the web, or nowhere where the site does not say where it is published.
    """
    root.rewrite_links(lambda link: lead_link(link, page, site, held))


def lead_link(link: str, page: str, site: BuiltSite, held: Collection[str]) -> str | None:
    """One link as it has to be; None where it can lead nowhere."""
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


def tell_address(root: HtmlElement, address: str | None) -> None:
    """Where a copy of the page has no files: where the site on the web has them."""
    for place in root.find_class(NAME):
        nothing = place.find("p")
        if nothing is not None and address:
            nothing.append(build("a", address, href=address))
            nothing.text = f"{nothing.text} "
