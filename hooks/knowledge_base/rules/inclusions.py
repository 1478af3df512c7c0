"""What a page includes is there, and is a section or a set at a glance, not itself put together of others."""

from collections.abc import Iterator

from ..inclusion import MARKED, Inclusion, read_inclusions
from ..library import Library
from ..locale import SOURCE
from ..page import Page
from ..problem import Problem

RULE = "inclusions"


def check(library: Library) -> Iterator[Problem]:
    """Problems of inclusions. That the page and the anchor are there is checked with the links."""
    for page in library.pages.values():
        if not MARKED.search(page.body):
            continue
        inclusions = read_inclusions(page)
        whole = {inclusion.line for inclusion in inclusions}
        for line, text in enumerate(page.body.split("\n"), page.start):
            if line not in whole and (mark := MARKED.search(text)):
                message = "an inclusion that does not stand alone"
                remedy = "Make it a paragraph of its own: [words](page.md#section){ .include }"
                yield Problem(page.file, line, RULE, message, remedy, text, mark[0])
        for inclusion in inclusions:
            yield from _check(library, page, inclusion)


def _check(library: Library, page: Page, inclusion: Inclusion) -> Iterator[Problem]:
    target = library.pages.get((page.locale, inclusion.target)) or library.pages.get((SOURCE, inclusion.target))
    if target is None:
        return
    text = page.text_of(inclusion.line)
    if target.path == page.path:
        yield Problem(page.file, inclusion.line, RULE, "a page that includes itself", "Take the line out.", text)
    elif read_inclusions(target):
        message = f"{target.file} is itself put together of others"
        remedy = "Include the page on which the words stand."
        yield Problem(page.file, inclusion.line, RULE, message, remedy, text, inclusion.target)
    elif not inclusion.anchor and "set" not in target.meta:
        message = f"{target.file} shows no set that could be included"
        remedy = "Link to one of its sections: page.md#section"
        yield Problem(page.file, inclusion.line, RULE, message, remedy, text, inclusion.target)
    elif inclusion.anchor and not any(block.level and block.anchor == inclusion.anchor for block in target.blocks):
        message = f"#{inclusion.anchor} is no section of {target.file}"
        remedy = "Link to the anchor of a heading: what is included is all below it."
        yield Problem(page.file, inclusion.line, RULE, message, remedy, text, f"#{inclusion.anchor}")
