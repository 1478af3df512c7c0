"""Fuzzing by properties: hypothesis makes inputs of the pieces that each target knows.

python -m fuzzing.by_property FOLDER COUNT SEED
"""

import json
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from fuzzing.inputs import inputs_for
from fuzzing.targets import TARGETS
from fuzzing.watch import Log

# Hypothesis remembers what it made, to make it no second time: it gets slower with every input.
AT_ONCE = 2000


def fuzz(log: Log, count: int, chance: int) -> None:
    """Runs a target with so many inputs."""
    for start in range(0, count, AT_ONCE):

        @seed(chance * 1_000_003 + start)
        @settings(
            max_examples=min(AT_ONCE, count - start), database=None, deadline=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(inputs_for(log.name))
        def run(text: bytes) -> None:
            log.run(text)

        run()


def shares(count: int) -> dict[str, int]:
    """How many of the inputs each target gets: the cheap ones more."""
    whole = sum(1 / target.cost for target in TARGETS.values())
    return {name: max(1, round(count / target.cost / whole)) for name, target in TARGETS.items()}


def main(folder: Path, count: int, chance: int) -> None:
    """Fuzzes all targets, and prints as JSON how many inputs each had."""
    for name, share in shares(count).items():
        log = Log(folder, name, TARGETS[name].check)
        fuzz(log, share, chance)
        print(json.dumps({"by": "property", "target": name, "count": log.count, "kinds": log.kinds}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
