"""Where lines may break in scripts without spaces between words: marked in the copy that is printed.

Pango knows no words of Khmer, Lao and Burmese, and its lines would run off the page. ICU's dictionaries do. The marks
are for the printed copy only: on the site they would be copied along with the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from icu import BreakIterator, Locale
from lxml.html import HtmlElement

ZERO_WIDTH_SPACE = "\u200b"
# The letters of each script without spaces, by locale.
LETTERS = {
    "km": re.compile("[\u1780-\u17ff]"),
    "lo": re.compile("[\u0e80-\u0eff]"),
    "my": re.compile("[\u1000-\u109f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
}
# What stands in a line of text; any other element is a block, where a text begins and ends.
INLINE = re.compile(
    "a|abbr|b|bdi|bdo|button|cite|code|data|del|dfn|em|i|img|input|ins|kbd|label|mark|math|output|q|s|samp|small|span|"
    "strong|sub|sup|svg|time|u|var"
)
# What is written letter by letter, or is no text.
FIXED = ("code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea")
# Signs that repeat or shorten the word before them, and never begin a line, though ICU allows it.
NOT_FIRST = "ໆៗๆฯ៖"
PICTURES = ("img", "input")
PICTURE = "\ufffc"


@dataclass(frozen=True)
class Stretch:
    """A stretch of a block's text and the element that holds it as its text or its tail; none where it is fixed."""

    text: str
    holder: HtmlElement | None
    is_tail: bool


def open_lines(article: HtmlElement, locale: str) -> None:
    """Puts a zero width space, in place, where a line may break between two words of the locale's script.

    Nothing changes in other scripts, in code, in what is in another language, and where there is a space already.
    """
    letters = LETTERS.get(locale)
    if letters is None:
        return
    # All stretches are found before any is written: what is written must not be read again.
    for stretches in list(_blocks(article, locale)):
        text = "".join(stretch.text for stretch in stretches)
        if letters.search(text):
            _write(stretches, _openings(text, locale, letters))


def line_breaks(text: str, locale: str) -> list[int]:
    """Where a line of the text may end, the end of the text among them."""
    breaker = BreakIterator.createLineInstance(Locale(locale))
    breaker.setText(text)
    # ICU counts units of UTF-16: a letter beyond the first 65,536 is two.
    starts = accumulate((1 + (letter > "\uffff") for letter in text), initial=0)
    place_of = {unit: place for place, unit in enumerate(starts)}
    return [place_of[unit] for unit in breaker]


def _openings(text: str, locale: str, letters: re.Pattern[str]) -> list[int]:
    """The places in the text where a mark is needed."""
    places = line_breaks(text, locale)[:-1]
    return [
        place
        for place in places
        if letters.search(pair := text[place - 1 : place + 1])
        and not re.search(rf"[\s{ZERO_WIDTH_SPACE}]", pair)
        and pair[-1] not in NOT_FIRST
    ]


def _write(stretches: list[Stretch], places: list[int]) -> None:
    start = 0
    for number, stretch in enumerate(stretches):
        end = start + len(stretch.text)
        # A place between two stretches is written once: at the end of the first, unless that one is fixed.
        after_fixed = number > 0 and stretches[number - 1].holder is None
        own = [place - start for place in places if start < place <= end or (after_fixed and place == start)]
        start = end
        if stretch.holder is None or not own:
            continue
        cuts = [0, *own, len(stretch.text)]
        text = ZERO_WIDTH_SPACE.join(stretch.text[a:b] for a, b in pairwise(cuts))
        if stretch.is_tail:
            stretch.holder.tail = text
        else:
            stretch.holder.text = text


def _blocks(article: HtmlElement, locale: str) -> Iterator[list[Stretch]]:
    """The texts of the article, each from the edge of a block to the next one."""
    text: list[Stretch] = []
    for stretch in _stretches(article, locale):
        if stretch is not None:
            text.append(stretch)
        elif text:
            yield text
            text = []
    if text:
        yield text


def _stretches(element: HtmlElement, locale: str, fixed: bool = False) -> Iterator[Stretch | None]:
    """The stretches of text in an element in order, and None at each edge of a block."""
    fixed = fixed or element.tag in FIXED or _is_foreign(element, locale)
    if element.tag in PICTURES:
        yield Stretch(PICTURE, None, False)
    if element.text:
        yield Stretch(element.text, None if fixed else element, False)
    for child in element:
        # A comment has text that nobody reads, but the text after it counts.
        if isinstance(child.tag, str):
            is_block = not INLINE.fullmatch(child.tag)
            if is_block:
                yield None
            yield from _stretches(child, locale, fixed)
            if is_block:
                yield None
        if child.tail:
            yield Stretch(child.tail, None if fixed else child, True)


def _is_foreign(element: HtmlElement, locale: str) -> bool:
    language = element.get("lang")
    return language is not None and language.partition("-")[0].lower() != locale
