"""A plugin for pytest, in the copy where the code is changed: what takes least time comes first, in one process."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from knowledge_base.editions import work

# What mutmut wrote of each test; it runs the tests in the folder where this lies.
MEASURED = Path("mutmut-stats.json")


class OneProcess:
    """What makes editions in processes of their own: mutmut would not see there which tests reach which function."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> "OneProcess":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def map(self, make: Callable[[Any], Any], orders: Iterable[Any]) -> Iterator[Any]:
        """What is made of each order, one after the other."""
        return map(make, orders)


def pytest_configure() -> None:
    """Editions are made in the process of the test."""
    vars(work)["ProcessPoolExecutor"] = OneProcess


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A change is noticed as early as can be."""
    if MEASURED.is_file():
        seconds = json.loads(MEASURED.read_text(encoding="utf-8"))["duration_by_test"]
        items.sort(key=lambda item: seconds.get(item.nodeid, 0))
