"""What a translated page says of itself, from how each of its units stands."""

from typing import Any

from harness import each_case
from knowledge_base.labels import Labels
from knowledge_base.standing import Pair, Standing
from knowledge_base.summary import sentences, sum_up
from knowledge_base.unit import Mark


@each_case("knowledge_base/cases/summaries.yml")
def test_a_page_says_how_far_it_can_be_relied_on(case: dict[str, Any]) -> None:
    """Who reviewed how much of it and when, what is a draft and whose, and where the English is newer."""
    pairs = [
        Pair(None, None, Standing(Mark("", "", ""), state=state, origin=origin, reviewer=reviewer, date=date))
        for state, origin, reviewer, date in case["units"]
    ]
    summary = sum_up(pairs)
    assert list(sentences(summary, Labels())) == case["says"]
    assert (summary.is_reviewed, summary.date) == (case.get("reviewed", False), case["date"])
