"""A translation: what it takes over from the English page."""

import re
from dataclasses import replace

from markdown.extensions.toc import slugify

from .page import Page

# A title without an attribute list.
TITLE = re.compile(r"^(# .*[^}\s])[ \t]*$", re.MULTILINE)

# What the English page alone says: a translation leaves it out.
KEPT = ("kind", "number", "set", "count", "shows", "sides")
KEPT_OF_SOURCE = ("date", "address", "language", "archive", "dead")


def take_over(page: Page, original: Page | None) -> Page:
    """A translated page with what only its English original says: its kind, its number, its source's dates."""
    if original is None:
        return page
    meta = {**{key: original.meta[key] for key in KEPT if key in original.meta}, **page.meta}
    if "counted_by" in original.meta:
        meta.setdefault("counted_by", original.meta["counted_by"])
    if "source" in original.meta:
        both = original.meta["source"], page.meta.get("source")
        meta["source"] = {key: value for given in both if isinstance(given, dict) for key, value in given.items()}
    return replace(page, meta=meta)


def pin_title(markdown: str, original: Page) -> str:
    """A translated page's Markdown with the English anchor at its title; all other anchors are written in the page."""
    title = next((block.text for block in original.blocks if block.level == 1), "")
    return TITLE.sub(rf"\1 {{ #{slugify(title, '-')} }}", markdown, count=1)
