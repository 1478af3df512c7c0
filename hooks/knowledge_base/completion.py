"""Completes a translation for its readers: what it lacks stands there in English."""

from dataclasses import replace

from .page import Page
from .standing import Pair


def complete(page: Page, original: Page, pairs: list[Pair]) -> tuple[Page, list[Pair]]:
    """The page with the English units put in that it has no translation of, and the pairs in the order of that text.

    An English unit comes behind the translation of the unit before it, with the blank lines and signs of lists that
    stand between them in English. A page that lacks nothing comes back as it is.
    """
    placed: list[tuple[int, int, Pair]] = []
    parts: list[tuple[int, str]] = []
    place = end = 0
    for order, pair in enumerate(pairs):
        if pair.translation:
            place = pair.translation.end
            placed.append((pair.translation.start, order, pair))
        elif pair.english:
            placed.append((place, order, pair))
            text = original.body[end : pair.english.end]
            parts.append((place, text if place else f"{text}\n\n"))
        if pair.english:
            end = pair.english.end
    in_order = [pair for _, _, pair in sorted(placed, key=lambda each: each[:2])]
    if not parts:
        return page, in_order
    body, position = "", 0
    for place, text in sorted(parts, key=lambda part: part[0]):
        body += page.body[position:place] + text
        position = place
    return replace(page, body=body + page.body[position:]), in_order
