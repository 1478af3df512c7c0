"""Two languages side by side, block by block: what trainers use who read one and teach in the other."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lxml.html import HtmlElement

from ..fragment import HEADINGS, build, has_class
from ..locale import language_tag
from .line_breaks import open_lines
from .paper import Chapter, Wording, ending, on_paper

# What holds blocks that stand side by side one by one.
FLOWS = ("kb-included", "kb-side-by-side", "kb-sources")
LISTS = ("ul", "ol")
ROOMS = ("kb-drawing", "kb-wheel")
COLUMNS = 2


def side_by_side(left: Chapter, right: Chapter, wording: Wording) -> HtmlElement:
    """The English page and its translation as one part of a document, each block beside its own."""
    article = build("article", class_="md-typeset md-content__inner kb-bilingual", lang=language_tag(right.locale))
    blocks = [list(_blocks(on_paper(each.article))) for each in (left, right)]
    pairs = list(_pairs(*blocks))
    for (ours, theirs), (_, following) in zip(pairs, [*pairs[1:], (None, None)], strict=True):
        if theirs is not None and _is_room(theirs):
            article.append(theirs)  # one room for both languages, over the whole width
            continue
        if _is_wide(ours) and _is_wide(theirs):
            article.extend(_in_language(page, block) for page, block in ((left, ours), (right, theirs)))
            continue
        keeps = _is_heading(ours) or _is_heading(theirs) or (following is not None and _is_room(following))
        row = build("div", class_="kb-row kb-row--heading" if keeps else "kb-row")
        for page, block in ((left, ours), (right, theirs)):
            row.append(_in_language(page, block))
        article.append(row)
    end = ending(right, wording)
    open_lines(end, right.locale)
    article.append(end)
    return article


def _in_language(page: Chapter, block: HtmlElement | None) -> HtmlElement:
    cell = build("div", *([] if block is None else [block]), lang=language_tag(page.locale))
    open_lines(cell, page.locale)
    return cell


def _is_wide(block: HtmlElement | None) -> bool:
    """Whether a block is a table with more columns than half a page has room for: it stands above the other one."""
    return block is not None and block.tag == "table" and len(block.xpath("./thead/tr/th")) > COLUMNS


def _is_heading(block: HtmlElement | None) -> bool:
    return block is not None and block.tag in HEADINGS


def _is_room(block: HtmlElement) -> bool:
    """Whether a block is for drawing: a frame, or the wheel."""
    return any(has_class(each, name) for each in block.iter() for name in ROOMS)


def _blocks(root: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks of an article in order, each item of a list in a list of its own that goes on counting."""
    for child in root.iterchildren("*"):
        if any(has_class(child, name) for name in FLOWS):
            yield from _blocks(child)
        elif child.tag in LISTS:
            start = int(child.get("start", "1"))
            for number, item in enumerate(child.findall("li"), start):
                part = build(str(child.tag), item)
                if child.tag == "ol":
                    part.set("style", f"counter-reset: list-item {int(item.get('value') or number) - 1}")
                if name := child.get("class"):
                    part.set("class", name)
                yield part
        else:
            child.tail = None
            yield child


def _pairs(
    left: list[HtmlElement], right: list[HtmlElement]
) -> Iterator[tuple[HtmlElement | None, HtmlElement | None]]:
    """The blocks beside each other. A translation has the English page's blocks; what one side lacks stays empty."""
    ours, theirs = ([str(each.tag) for each in side] for side in (left, right))
    for _, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        for index in range(max(b - a, d - c)):
            yield (left[a + index] if a + index < b else None, right[c + index] if c + index < d else None)
