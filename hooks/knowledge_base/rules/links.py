"""A link inside the site leads to a page that is there, and to an anchor that is written there."""

import difflib
from collections.abc import Iterable, Iterator

from ..block import Link
from ..library import Library
from ..locale import SOURCE
from ..page import Page
from ..problem import Problem
from ..quotation import resolve

RULE = "links"


def check(library: Library) -> Iterator[Problem]:
    """Problems of the links between pages; a quotation's own link belongs to the rule on quotations."""
    for page in library.pages.values():
        quoting = {(each.link_line, each.target, each.anchor) for each in library.quotations_on(page)}
        for block in page.blocks:
            for link in block.links:
                if _is_internal(link.address) and (link.line, *resolve(page.path, link.address)) not in quoting:
                    yield from _check_link(library, page, link)


def _is_internal(address: str) -> bool:
    path = address.partition("#")[0]
    return "://" not in address and not address.startswith("mailto:") and (not path or path.endswith(".md"))


def _check_link(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    path, anchor = resolve(page.path, link.address)
    # A page that a locale lacks falls back to English.
    target = library.as_shown.pages.get((page.locale, path)) or library.pages.get((SOURCE, path))
    text = page.text_of(link.line)
    if not target:
        paths = [each for locale, each in library.pages if locale == page.locale]
        near = difflib.get_close_matches(path, paths, n=1, cutoff=0)
        remedy = f"The nearest page is {near[0]}." if near else "Take the link out."
        yield Problem(page.file, link.line, RULE, f"there is no page {path}", remedy, text, link.address)
    elif anchor and anchor not in (anchors := anchors_of(library.as_shown, target)):
        message = f"there is no #{anchor} in {target.file}"
        yield Problem(page.file, link.line, RULE, message, nearest_anchor(anchor, anchors), text, f"#{anchor}")


def anchors_of(library: Library, page: Page) -> list[str]:
    """The anchors written on a page, and those that its quotations get."""
    written = [block.anchor for block in page.blocks if block.anchor]
    return written + [quotation.id for quotation in library.quotations_on(page)]


def nearest_anchor(wanted: str, anchors: Iterable[str]) -> str:
    """What to do about an anchor that is not there: the nearest one, and all of them."""
    known = list(anchors)
    if not known:
        return "That page has no anchors: write { #anchor } there first."
    nearest = f"The nearest is #{difflib.get_close_matches(wanted, known, n=1, cutoff=0)[0]}. " if wanted else ""
    listed = ", ".join(f"#{anchor}" for anchor in known)
    return f"{nearest}There are: {listed}."
