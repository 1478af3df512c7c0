"""Runs all the fuzzing, in processes side by side, and says how many inputs ran, how fast, and what crashed.

    python -m fuzzing.run COUNT SEED [--jobs N] [--repeat TARGET FILE]

A half of the inputs goes to the scripts, in Node; of the others hypothesis makes a quarter and atheris the rest.
"""

import json
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fuzzing.by_property import shares
from fuzzing.targets import TARGETS
from fuzzing.watch import run
from harness import PROJECT

FOLDER = PROJECT / ".cache" / "fuzzing"
LIMIT = 6 * 3600


def commands(count: int, seed: int) -> Iterator[list[str]]:
    """The processes: the scripts, hypothesis, and atheris once for each target."""
    python = [sys.executable, "-m"]
    scripts, by_property = count // 2, count // 8
    yield ["node", str(PROJECT / "tests" / "fuzzing" / "scripts.mjs"), str(scripts), str(seed)]
    yield [*python, "fuzzing.by_property", str(FOLDER), str(by_property), str(seed)]
    for name, share in shares(count - scripts - by_property).items():
        yield [*python, "fuzzing.by_coverage", str(FOLDER), name, str(share), str(seed)]


def start(command: list[str]) -> list[dict[str, object]]:
    """Runs a process; the lines that it printed. One that ends itself in another way is a crash too."""
    done = subprocess.run(
        command, cwd=PROJECT / "tests", capture_output=True, text=True, timeout=LIMIT,
        check=False,
    )  # fmt: skip
    lines: list[dict[str, object]] = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode:
        told = f"the process ended with {done.returncode}: {done.stderr[-1000:]}"
        lines.append({"by": "the process", "target": " ".join(command[2:]), "count": 0, "kinds": {told: 1}})
    for line in lines:
        print(f"{line['count']:>8}  {line['target']} ({line['by']})", flush=True)
    return lines


def main() -> int:
    """Fuzzes, or repeats one input; 1 where anything went wrong."""
    parser = ArgumentParser()
    parser.add_argument("count", type=int, nargs="?", default=1_000_000)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--repeat", nargs=2, metavar=("TARGET", "FILE"))
    asked = parser.parse_args()
    if asked.repeat:
        crash = run(TARGETS[asked.repeat[0]].check, Path(asked.repeat[1]).read_bytes())
        print(crash.told if crash else "Nothing goes wrong with it.")
        return int(crash is not None)
    shutil.rmtree(FOLDER, ignore_errors=True)
    began = time.monotonic()
    with ThreadPoolExecutor(asked.jobs) as pool:
        lines = [line for found in pool.map(start, commands(asked.count, asked.seed)) for line in found]
    took = time.monotonic() - began
    ran = sum(int(str(line["count"])) for line in lines)
    print(f"{ran} inputs in {took:.0f} s ({ran / took:.0f} each second), seed {asked.seed}, {asked.jobs} jobs")
    wrong = [line for line in lines if line["kinds"]]
    for line in wrong:
        print(f"{line['target']} ({line['by']}): {json.dumps(line, ensure_ascii=False)[:2000]}")
    for file in sorted(FOLDER.glob("*.input")):
        kind = file.with_suffix(".txt").read_text(encoding="utf-8").partition("\n")[0]
        target = file.name.partition("-")[0]
        print(f"{kind}; repeat: PYTHONPATH=hooks:tests {sys.executable} -m fuzzing.run --repeat {target} {file}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
