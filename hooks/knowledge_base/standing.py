"""How each unit of a translation stands towards its English one: current, to be looked at, stale, missing or gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .alignment import align, pair_up
from .unit import Mark, Unit, words_of

STATES = ("draft", "reviewed", "look", "stale", "missing", "gone")
# Of these, a translation claims to say what the English says now.
CURRENT = ("draft", "reviewed", "look")
ORIGINS = ("machine", "person")


@dataclass(frozen=True)
class Standing:
    """What is known of one English unit and its translation.

    english      the English unit as it was when this was found out
    translation  its translation then; None where it has none
    made_from    the fingerprint of the English that the translation was made from; "" where there is none
    blob         the Git blob of the English page that it was made from; "" where it is not known
    state        one of STATES: "look" where the English changed only in spacing and punctuation, "gone" where the
                 translation is there and the English no longer is
    origin       who made the translation, one of ORIGINS
    reviewer     who reviewed it, as they wish to be named, or ""; kept while the state is "look", "stale" or "gone"
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


@dataclass(frozen=True)
class Pair:
    """An English unit, None where it is gone, beside its translation, None where it is missing."""

    english: Unit | None
    translation: Unit | None
    standing: Standing


def begin(english: Sequence[Unit], translated: Sequence[Unit], first: Standing) -> list[Pair]:
    """The pairs of a page of which nothing is recorded: what stands in the same place is the translation.

    `first` says of all of them what is not in the units: blob, state, origin, reviewer, date.
    """
    there = pair_up([unit.mark for unit in english], [unit.mark for unit in translated])
    pairs: list[Pair] = []
    for index, unit in enumerate(english):
        if index in there:
            other = translated[there[index]]
            made = replace(first, english=unit.mark, translation=other.mark, made_from=unit.mark.fingerprint)
            pairs.append(Pair(unit, other, made))
        else:
            pairs.append(Pair(unit, None, Standing(unit.mark)))
    return pairs


def follow(
    recorded: Sequence[Standing],
    english: Sequence[Unit],
    translated: Sequence[Unit],
    blob: str,
    date: str,
    origin: str = "person",
) -> list[Pair]:
    """The pairs now, in the order of the English units, after either page was edited; what is gone stands in between.

    `blob` is that of the English page now, `date` the day on which changed translations count as made, `origin` who
    made them. Changed words are a draft again: nobody has reviewed them.
    """
    ours, theirs = [unit.mark for unit in english], [unit.mark for unit in translated]
    if [each.english for each in recorded] == ours and [each.translation for each in recorded] == theirs:
        return [Pair(*three) for three in zip(english, translated, recorded, strict=True)]
    had = [index for index, standing in enumerate(recorded) if standing.translation]
    moved = align([mark for index in had if (mark := recorded[index].translation)], theirs)
    place_of = {had[at]: there for at, there in moved.items()}
    present = [at for at, each in enumerate(recorded) if each.state != "gone" or each.english in ours]
    became = {present[at]: now for at, now in align([recorded[at].english for at in present], ours).items()}
    before = {now: recorded[at] for at, now in became.items()}
    translation_of = {became[at]: there for at, there in place_of.items() if at in became}
    _pair_new(translation_of, set(place_of.values()), ours, theirs)
    new = Standing(Mark("", "", ""), blob=blob, state="draft", origin=origin, date=date)
    pairs: list[Pair] = []
    for index, unit in enumerate(english):
        other = translated[translation_of[index]] if index in translation_of else None
        pairs.append(Pair(unit, other, _stand(unit.mark, other.mark if other else None, before.get(index), new)))
    return _with_gone(pairs, recorded, became, {at: translated[there] for at, there in place_of.items()})


def _pair_new(translation_of: dict[int, int], taken: set[int], ours: Sequence[Mark], theirs: Sequence[Mark]) -> None:
    """Adds new English units and new translated ones in the same place."""
    for index, mark in enumerate(ours):
        place = translation_of.get(index - 1, -1) + 1
        is_free = place < len(theirs) and place not in taken and theirs[place].kind == mark.kind
        if index not in translation_of and is_free:
            translation_of[index] = place
            taken.add(place)


def _stand(english: Mark, translation: Mark | None, before: Standing | None, new: Standing) -> Standing:
    if translation is None:
        return Standing(english)
    # A comma mended in the translation is no new translation.
    if (
        before is None
        or before.translation is None
        or words_of(before.translation.fingerprint) != words_of(translation.fingerprint)
    ):
        return replace(new, english=english, translation=translation, made_from=english.fingerprint)
    state = "reviewed" if before.reviewer else "draft"
    if before.made_from != english.fingerprint:
        state = "look" if words_of(before.made_from) == words_of(english.fingerprint) else "stale"
    return replace(before, english=english, translation=translation, state=state)


def _with_gone(
    pairs: list[Pair], recorded: Sequence[Standing], became: dict[int, int], units: dict[int, Unit]
) -> list[Pair]:
    """The pairs with those whose English is gone and whose translation is still there, each behind its neighbour."""
    found = pairs.copy()
    for at in reversed(range(len(recorded))):
        if at not in became and at in units:
            neighbour = next((became[near] for near in reversed(range(at)) if near in became), -1)
            standing = replace(recorded[at], translation=units[at].mark, state="gone")
            found.insert(neighbour + 1, Pair(None, units[at], standing))
    return found


def review(pair: Pair, blob: str, reviewer: str, date: str) -> Standing:
    """The standing after somebody who knows the language found that the translation says what the English says now."""
    if pair.english is None or pair.translation is None:
        return pair.standing
    now = pair.english.mark.fingerprint
    return replace(pair.standing, made_from=now, blob=blob, state="reviewed", reviewer=reviewer, date=date)
