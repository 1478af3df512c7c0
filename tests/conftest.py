"""Fixtures that all tests share."""

from pathlib import Path

import pytest

from harness import PROJECT, Built, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, built once, strictly. An unexpected warning fails here."""
    built = build(PROJECT, tmp_path_factory.mktemp("real") / "site", "--strict")
    assert (built.code, built.output) == (0, "")
    return built


@pytest.fixture(scope="session")
def owners_document() -> str:
    """The owner's document, as it was handed over; the sources' pages hold all of it."""
    return (Path(__file__).parent / "site" / "owners-document.txt").read_text(encoding="utf-8")
