"""Which unit of a text became which: the sequence that was recorded beside the sequence that is there."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from .unit import Mark, words_of


def align(recorded: Sequence[Mark], now: Sequence[Mark]) -> dict[int, int]:
    """The index of the unit that each recorded one became, by the index of the recorded one.

    Taken in this order: what is unchanged and in the same sequence; what is unchanged and was moved; what has the same
    anchor; what differs only in spacing and punctuation; and what stands between the same neighbours and is of the same
    kind. A recorded unit that is not among the keys is gone, a unit that is not among the values is new.
    """
    became: dict[int, int] = {}
    for at, there, size in SequenceMatcher(None, recorded, now, autojunk=False).get_matching_blocks():
        became |= {at + step: there + step for step in range(size)}
    _match(became, recorded, now, lambda mark: mark)
    _match(became, recorded, now, lambda mark: mark.anchor)
    _match(became, recorded, now, lambda mark: (mark.kind, words_of(mark.fingerprint)))
    _match_between_neighbours(became, recorded, now)
    return became


def pair_up(english: Sequence[Mark], translated: Sequence[Mark]) -> dict[int, int]:
    """The index of the translation of each English unit, as far as kinds and anchors tell; words cannot.

    What has another anchor is paired too where it stands between the same neighbours: the rules name the difference.
    """
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, [mark[:2] for mark in english], [mark[:2] for mark in translated], autojunk=False)
    for at, there, size in matcher.get_matching_blocks():
        pairs |= {at + step: there + step for step in range(size)}
    _match_between_neighbours(pairs, english, translated)
    return pairs


def _match(
    became: dict[int, int], recorded: Sequence[Mark], now: Sequence[Mark], key: Callable[[Mark], object]
) -> None:
    """Adds the units whose keys are the same, in their order; an empty key is the same as none."""
    taken = set(became.values())
    free: dict[object, list[int]] = {}
    for index, mark in enumerate(now):
        if index not in taken:
            free.setdefault(key(mark), []).append(index)
    for index, mark in enumerate(recorded):
        if index not in became and key(mark) and free.get(key(mark)):
            became[index] = free[key(mark)].pop(0)


def _match_between_neighbours(became: dict[int, int], recorded: Sequence[Mark], now: Sequence[Mark]) -> None:
    """Adds the units that were changed: in each gap between neighbours that are known, kind by kind in order."""
    taken = set(became.values())
    changed = [index for index in range(len(recorded)) if index not in became]
    for _, run in groupby(enumerate(changed), key=lambda pair: pair[1] - pair[0]):
        gap = [index for _, index in run]
        before = became.get(gap[0] - 1, -1)
        there = before + 1
        free: list[int] = []
        while there < len(now) and there not in taken:
            free.append(there)
            there += 1
        for at, step, size in SequenceMatcher(
            None, [recorded[index].kind for index in gap], [now[index].kind for index in free], autojunk=False
        ).get_matching_blocks():
            became |= {gap[at + each]: free[step + each] for each in range(size)}
            taken |= {free[step + each] for each in range(size)}
