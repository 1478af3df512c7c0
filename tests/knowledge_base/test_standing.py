"""Standings: what an edit of the English page, of the translation, or of both makes of each unit."""

from typing import Any

from harness import each_case
from knowledge_base.standing import Standing, begin, follow
from knowledge_base.unit import Mark, read_units

FIRST = Standing(Mark("", "", ""), blob="aaaa", state="draft", origin="machine", date="2026-11-24")


@each_case("knowledge_base/cases/standings.yml", "follow")
def test_an_edit_makes_of_each_unit_what_it_should(case: dict[str, Any]) -> None:
    """The states are those of the English units, in their order; each keeps the translation that it had."""
    english, translated = (read_units(case["before"][side]) for side in ("english", "translation"))
    recorded = begin(english, translated, FIRST)
    after = case["before"] | case["after"]
    found = follow(recorded, read_units(after["english"]), read_units(after["translation"]), "bbbb", "2027-01-15")
    texts = {unit.mark: unit.markdown for unit in read_units(after["translation"])}
    assert [[each.state, each.translation and texts[each.translation]] for each in found] == case["standings"]


def test_a_unit_is_current_again_when_its_english_is_as_before() -> None:
    """A review outlives a change of the English that is taken back; what was changed by a person is theirs."""
    english, translated = read_units("One.\n\nTwo.\n"), read_units("Satu.\n\nDua.\n")
    reviewed = [
        Standing(each.english, each.translation, each.made_from, "aaaa", "reviewed", "machine", "Budi", "2027-01-15")
        for each in begin(english, translated, FIRST)
    ]
    stale = follow(reviewed, read_units("One.\n\nThree.\n"), translated, "bbbb", "2027-02-01")
    assert [(each.state, each.reviewer, each.blob) for each in stale] == [
        ("reviewed", "Budi", "aaaa"),
        ("stale", "Budi", "aaaa"),
    ]
    assert follow(stale, english, translated, "aaaa", "2027-02-02") == reviewed
    mended = follow(stale, read_units("One.\n\nThree.\n"), read_units("Satu.\n\nTiga.\n"), "bbbb", "2027-02-02")
    assert (mended[1].state, mended[1].origin, mended[1].reviewer, mended[1].blob) == ("draft", "person", "", "bbbb")
