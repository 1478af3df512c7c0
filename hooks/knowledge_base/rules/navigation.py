"""Every page stands in the navigation once, and every entry of the navigation is a page."""

import difflib
from collections.abc import Iterator

from ..library import Library
from ..locale import SOURCE
from ..problem import Problem

RULE = "navigation"


def check(library: Library) -> Iterator[Problem]:
    """Problems of `nav:` in mkdocs.yml, against the pages of the source language."""
    navigation = library.navigation
    if not navigation:
        return
    paths = {path for locale, path in library.pages if locale == SOURCE}
    named: dict[str, int] = {}
    for entry in navigation.entries:
        if entry.path in named:
            message = f"the navigation names {entry.path} twice, first on line {named[entry.path]}"
            yield Problem(navigation.file, entry.line, RULE, message, "Take one of the two entries out.")
        named.setdefault(entry.path, entry.line)
        if entry.path not in paths:
            near = difflib.get_close_matches(entry.path, sorted(paths), n=1, cutoff=0.5)
            remedy = f"Write {near[0]}." if near else "Write the page, or take the entry out."
            message = f"the navigation names {entry.path}, which is no page"
            yield Problem(navigation.file, entry.line, RULE, message, remedy)
    for page in library.pages.values():
        if page.locale == SOURCE and page.path not in named:
            remedy = f"Add {page.path} to `nav:` in {navigation.file} (line {navigation.line})."
            yield Problem(page.file, 1, RULE, "this page is in no navigation", remedy)
