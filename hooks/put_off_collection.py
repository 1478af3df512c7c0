"""Puts off Python's search for cyclic garbage: a build keeps nearly all that it makes, and searching it takes time."""

import gc

# Python's own 700 makes the collector walk everything dozens of times in one build, and find next to nothing.
ALLOCATIONS = 50_000


def on_startup(**_: object) -> None:
    gc.freeze()
    gc.set_threshold(ALLOCATIONS)
