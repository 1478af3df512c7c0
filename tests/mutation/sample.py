"""Tries a sample of the changes, drawn over all modules, and says how many of them the tests noticed.

    python -m mutation.sample MUTMUT COUNT SEED JOBS

Is run in the copy that `.ci/mutants` makes. The same code, count and seed give the same sample.
"""

import subprocess
import sys
from collections import Counter
from math import sqrt
from random import Random

# A test that does not end, or a process that dies, has noticed too.
NOTICED = {"killed", "timeout", "segfault"}
SURE = 1.96  # standard deviations that hold 95 % of a normal distribution


def main(mutmut: str, count: int, seed: int, jobs: str) -> None:
    """Draws the sample, runs it, and prints what survived and the scores."""
    run = [mutmut, "run", "--max-children", jobs]
    # mutmut only writes the mutants down when it is to run some; none is called so, and it ends with an error.
    subprocess.run([*run, "none"], capture_output=True, check=False)
    names = sorted(_results(mutmut))
    sample = Random(seed).sample(names, min(count, len(names)))
    done = subprocess.run([*run, *sample], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}")
    results = _results(mutmut)
    _tell({name: results[name] for name in sample}, len(names))


def _results(mutmut: str) -> dict[str, str]:
    """What became of each mutant: "killed", "survived", "no tests" …; "not checked" where it was not run."""
    told = subprocess.run([mutmut, "results", "--all", "true"], capture_output=True, text=True, check=True).stdout
    return dict(line.strip().split(": ") for line in told.splitlines())


def _tell(results: dict[str, str], all_of_them: int) -> None:
    for name, state in sorted(results.items()):
        if state not in NOTICED:
            print(f"{state}: {name}")
    tried = Counter(_module(name) for name in results)
    noticed = Counter(_module(name) for name, state in results.items() if state in NOTICED)
    for module, number in sorted(tried.items()):
        print(f"{module}: {noticed[module]} of {number}")
    low, high = _interval(noticed.total(), len(results))
    score = noticed.total() / len(results)
    print(f"noticed: {noticed.total()} of {len(results)}, drawn from {all_of_them}")
    print(f"score: {score:.1%} ({low:.1%} to {high:.1%} with 95 % certainty)")


def _module(name: str) -> str:
    return name.rpartition(".")[0].removeprefix("knowledge_base.")


def _interval(hits: int, number: int) -> tuple[float, float]:
    """Wilson's interval for a share of which a sample is known."""
    share, square = hits / number, SURE**2 / number
    middle = share + square / 2
    reach = SURE * sqrt(share * (1 - share) / number + square / (4 * number))
    return (middle - reach) / (1 + square), (middle + reach) / (1 + square)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
