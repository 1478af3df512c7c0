"""Standings: what an edit of the English page, of the translation, or of both makes of each unit."""

from dataclasses import replace
from typing import Any

from harness import each_case
from knowledge_base.standing import Pair, Standing, begin, follow, review
from knowledge_base.unit import Mark, Unit, read_units

FIRST = Standing(Mark("", "", ""), blob="aaaa", state="draft", origin="machine", date="2026-11-24")

SIDES = ("english", "translation")


@each_case("knowledge_base/cases/standings.yml", "follow")
def test_an_edit_makes_of_each_unit_what_it_should(case: dict[str, Any]) -> None:
    """The states are those of the English units, in their order; each keeps the translation that it had."""
    english, translated = (read_units(case["before"][side]) for side in SIDES)
    recorded = [pair.standing for pair in begin(english, translated, FIRST)]
    english, translated = (read_units((case["before"] | case["after"])[side]) for side in SIDES)
    found = follow(recorded, english, translated, "bbbb", "2027-01-15")
    states = [[pair.standing.state, pair.translation and pair.translation.markdown] for pair in found]
    assert states == case["standings"]
    for english_unit, translation, standing in ((pair.english, pair.translation, pair.standing) for pair in found):
        assert standing.translation == (translation.mark if translation else None)
        if english_unit:
            assert standing.english == english_unit.mark
        # A draft is of the English that stands there, what is missing was made from nothing.
        if english_unit and standing.state in ("draft", "missing"):
            assert standing.made_from == (english_unit.mark.fingerprint if translation else "")
    assert follow([pair.standing for pair in found], english, translated, "bbbb", "2027-02-01") == found


def test_a_unit_is_current_again_when_its_english_is_as_before() -> None:
    """A review outlives a change of the English that is taken back; what was changed by a person is theirs."""
    english, translated = read_units("One.\n\nTwo.\n"), read_units("Satu.\n\nDua.\n")
    reviewed = [review(pair, "aaaa", "Budi", "2027-01-15") for pair in begin(english, translated, FIRST)]
    stale = _follow(reviewed, read_units("One.\n\nThree.\n"), translated)
    assert [(each.state, each.reviewer, each.blob) for each in stale] == [
        ("reviewed", "Budi", "aaaa"),
        ("stale", "Budi", "aaaa"),
    ]
    assert _follow(stale, english, translated) == reviewed
    mended = _follow(stale, read_units("One.\n\nThree.\n"), read_units("Satu.\n\nTiga.\n"))
    assert (mended[1].state, mended[1].origin, mended[1].reviewer, mended[1].blob) == ("draft", "person", "", "bbbb")
    assert mended[1].date == "2027-02-01"


def test_a_review_says_who_looked_at_which_english_and_when() -> None:
    """What was reviewed bears the name, the day and the English as it is now; what has no translation stays."""
    english, translated = read_units("One.\n\nTwo.\n"), read_units("Satu.\n")
    old = replace(FIRST, made_from="old")
    pairs = [
        replace(pair, standing=replace(old, english=pair.standing.english)) for pair in begin(english, translated, old)
    ]
    reviewed = review(pairs[0], "bbbb", "Budi", "2027-01-15")
    assert reviewed == Standing(
        english[0].mark, None, english[0].mark.fingerprint, "bbbb", "reviewed", "machine", "Budi", "2027-01-15"
    )
    gone = Pair(None, translated[0], replace(old, state="gone"))
    assert [review(pair, "bbbb", "Budi", "2027-01-15") for pair in (pairs[1], gone)] == [
        pairs[1].standing,
        gone.standing,
    ]


def test_a_comma_mended_in_a_translation_is_no_new_translation() -> None:
    """Spacing and punctuation of a translation make a stale unit not current, and a reviewed one not a draft."""
    english, translated = read_units("One, two.\n"), read_units("Satu dua.\n")
    reviewed = [review(pair, "aaaa", "Budi", "2027-01-15") for pair in begin(english, translated, FIRST)]
    assert [each.state for each in _follow(reviewed, english, read_units("Satu, dua.\n"))] == ["reviewed"]
    assert [each.state for each in _follow(reviewed, read_units("Three.\n"), read_units("Satu, dua.\n"))] == ["stale"]


def _follow(recorded: list[Standing], english: tuple[Unit, ...], translated: tuple[Unit, ...]) -> list[Standing]:
    return [pair.standing for pair in follow(recorded, english, translated, "bbbb", "2027-02-01")]
