"""Labels: what our own code says to readers."""

import pytest

from knowledge_base.labels import Labels


@pytest.mark.parametrize(
    ("day", "written"),
    [("2022-06-10", "10 June 2022"), ("2022-06-01", "1 June 2022"), ("2022-06", "2022-06"), ("2022", "2022")],
)
def test_a_day_is_written_for_readers(day: str, written: str) -> None:
    """A day is written out; a month or a year alone stays as it is."""
    assert Labels().date(day) == written
