"""Shows readers how each unit of a translation stands: what the English changed since, what is not translated yet."""

from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from .difference import show_difference
from .fragment import build, put_after
from .labels import Labels
from .locale import SOURCE
from .standing import Pair

# The words of the English unit that a translation was made from, "" where they are not at hand.
Former = Callable[[Pair], str]
Words = Callable[[Pair], str]


def name_of(pair: Pair, number: int) -> str:
    """The id of a unit on its page: its anchor, else one made of its number among the pairs, from 1."""
    unit = pair.english or pair.translation
    return (unit.anchor if unit else "") or f"block-{number}"


def mark_standings(
    elements: Sequence[HtmlElement],
    pairs: Sequence[Pair],
    names: Sequence[str],
    former: Former,
    now: Words,
    labels: Labels,
) -> None:
    """Marks the elements of a page's units, one for each pair and in the same order, with names to link to.

    Where the numbers differ nothing is marked: a mark at a wrong paragraph would be worse than none.
    """
    if len(elements) != len(pairs):
        return
    partly = any(pair.standing.state == "reviewed" for pair in pairs)
    for element, pair, name in zip(elements, pairs, names, strict=True):
        state = pair.standing.state
        if state in ("stale", "missing", "gone", "look") and not element.get("id"):
            element.set("id", name)
        if state == "draft" and partly:
            whole = next(element.iterancestors("figure"), element)
            whole.set("class", f"{whole.get('class', '')} kb-draft".strip())
        if state == "missing":
            element.set("lang", SOURCE)
            element.set("class", f"{element.get('class', '')} kb-untranslated".strip())
            _put_behind(element, build("p", labels("Not translated yet."), class_="kb-changed"))
        elif state == "gone":
            _put_behind(element, build("p", labels("The English page no longer has this."), class_="kb-changed"))
        elif state == "stale":
            _put_behind(element, _changed(former(pair), now(pair), labels))


def _changed(before: str, now: str, labels: Labels) -> HtmlElement:
    """Both English versions, folded away under a line in the reader's language; opened without a script."""
    went, came = show_difference(before, now)
    box = build("details", build("summary", labels("The English has changed since.")), class_="kb-changed")
    for title, version in ((labels("Before"), went), (labels("Now"), came)):
        if version.text_content():
            box.append(build("p", title, class_="kb-changed__title"))
            version.set("lang", SOURCE)
            version.set("translate", "no")
            box.append(version)
        else:
            box.append(build("p", labels("The earlier English is not at hand."), class_="kb-changed__title"))
    return box


def _put_behind(element: HtmlElement, mark: HtmlElement) -> None:
    """Puts a mark behind a unit, where HTML allows it: inside a list's item, in a quotation under its last line."""
    definition = element.getnext() if element.tag == "dt" else None
    if definition is not None and definition.tag == "dd":
        mark.tail, definition.text = definition.text, None
        definition.insert(0, mark)
    elif element.tag in ("li", "dd", "dt"):
        element.append(mark)
    else:
        put_after(element, mark)
