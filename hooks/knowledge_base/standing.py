"""How each unit of a translation stands towards its English one: current, to be looked at, stale or missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .alignment import align, pair_up
from .unit import Mark, Unit, words_of

STATES = ("draft", "reviewed", "look", "stale", "missing")


@dataclass(frozen=True)
class Standing:
    """What is known of one English unit and its translation.

    english      the English unit as it was when this was found out
    translation  its translation then; None where it has none
    made_from    the fingerprint of the English that the translation was made from; "" where there is none
    blob         the Git blob of the English page that it was made from; "" where it is not known
    state        one of STATES: "look" where the English changed only in spacing and punctuation
    origin       who made the translation: "machine" or "person"
    reviewer     who reviewed it, as they wish to be named, or ""; kept while the state is "look" or "stale"
    date         of the review or of the draft, in ISO 8601
    """

    english: Mark
    translation: Mark | None = None
    made_from: str = ""
    blob: str = ""
    state: str = "missing"
    origin: str = ""
    reviewer: str = ""
    date: str = ""


def begin(english: Sequence[Unit], translated: Sequence[Unit], first: Standing) -> list[Standing]:
    """The standings of a page of which nothing is recorded: what stands in the same place is the translation.

    `first` says of all of them what is not in the units: blob, state, origin, reviewer, date.
    """
    ours, theirs = [unit.mark for unit in english], [unit.mark for unit in translated]
    pairs = pair_up(ours, theirs)
    return [
        replace(first, english=mark, translation=theirs[pairs[index]], made_from=mark.fingerprint)
        if index in pairs
        else Standing(mark)
        for index, mark in enumerate(ours)
    ]


def follow(
    recorded: Sequence[Standing], english: Sequence[Unit], translated: Sequence[Unit], blob: str, date: str
) -> list[Standing]:
    """The standings now, one for each English unit in order, after either page was edited.

    `blob` is that of the English page now, `date` the day on which changed translations count as made. Words that a
    person changed are a draft again: nobody has reviewed them.
    """
    ours, theirs = [unit.mark for unit in english], [unit.mark for unit in translated]
    became = align([standing.english for standing in recorded], ours)
    had = [index for index, standing in enumerate(recorded) if standing.translation]
    moved = align([mark for index in had if (mark := recorded[index].translation)], theirs)
    translation_of = {became[had[at]]: there for at, there in moved.items() if had[at] in became}
    before = {now: recorded[index] for index, now in became.items()}
    taken = set(moved.values())
    for index, mark in enumerate(ours):  # a new English unit and a new translated one in the same place
        place = translation_of.get(index - 1, -1) + 1
        is_free = place < len(theirs) and place not in taken and theirs[place].kind == mark.kind
        if index not in translation_of and is_free:
            translation_of[index] = place
            taken.add(place)
    new = Standing(Mark("", "", ""), blob=blob, state="draft", origin="person", date=date)
    return [
        _stand(mark, theirs[translation_of[index]] if index in translation_of else None, before.get(index), new)
        for index, mark in enumerate(ours)
    ]


def _stand(english: Mark, translation: Mark | None, before: Standing | None, new: Standing) -> Standing:
    if translation is None:
        return Standing(english)
    if before is None or before.translation is None or before.translation.fingerprint != translation.fingerprint:
        return replace(new, english=english, translation=translation, made_from=english.fingerprint)
    state = "reviewed" if before.reviewer else "draft"
    if before.made_from != english.fingerprint:
        state = "look" if words_of(before.made_from) == words_of(english.fingerprint) else "stale"
    return replace(before, english=english, translation=translation, state=state)
