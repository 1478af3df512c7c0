"""Fixtures that all tests share."""

from pathlib import Path

import pytest
from filelock import FileLock

from harness import PROJECT, Built, build


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-page", action="store_true", help="what looks at a sample of the pages looks at all")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """The real site, built once for all processes of the tests, strictly. An unexpected warning fails here."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    told, site = folder / "real.txt", folder / "real"
    with FileLock(folder / "real.lock"):
        if not told.is_file():
            built = build(PROJECT, site, "--strict")
            told.write_text(f"{built.code}\n{built.output}", encoding="utf-8")
    code, _, output = told.read_text(encoding="utf-8").partition("\n")
    assert (int(code), output) == (0, "")
    return Built(int(code), output, site)


@pytest.fixture(scope="session")
def owners_document() -> str:
    """The owner's document, as it was handed over; the sources' pages hold all of it."""
    return (Path(__file__).parent / "site" / "owners-document.txt").read_text(encoding="utf-8")
