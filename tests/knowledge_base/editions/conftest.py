"""Fixtures of the tests of editions."""

from datetime import UTC, datetime

import pytest

from knowledge_base.editions.imprint import Imprint


@pytest.fixture
def imprint() -> Imprint:
    """What a small Khmer edition says of itself."""
    made = datetime(2026, 1, 1, 12, 30, 2, tzinfo=UTC)
    return Imprint("km", "គេហទំព័រ", "A site", "What it is.", "Ours is free.", "https://kb.example/km/", made)
