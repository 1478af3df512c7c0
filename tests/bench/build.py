"""`make bench`: what the build costs with our hooks and without them, and in one language; seconds and peak memory.

The builds take turns, so that what else the machine does falls on all; the figures are medians.
"""

import os
import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).parent.parent.parent
RUNS = 5
WITHOUT_HOOKS = """\
INHERIT: ../mkdocs.yml
docs_dir: ../docs
theme: {custom_dir: bare-overrides}
hooks: []
"""
# Handouts and what sets are put together of are reported apart: they are no part of the pages.
PAGES_ALONE = """\
INHERIT: ../mkdocs.yml
docs_dir: ../docs
theme: {{custom_dir: ../overrides}}
hooks: [{hooks}]
"""
APART = ("print_handouts", "offer_set")


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds on the clock, seconds of processor time, peak memory in MB."""

    seconds: float
    processor: float
    memory: float


def measure(config: Path, folder: Path, locale: str = "") -> Cost:
    """Builds once in a process of its own; all languages, or the one named."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(config),
        "--site-dir",
        str(folder),
    ]
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_LOCALE": locale})
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"The build with {config.name} failed; see above.")
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    """Measures and prints the table."""
    cache = PROJECT / ".cache"
    cache.mkdir(exist_ok=True)
    bare = cache / "without-hooks.yml"
    bare.write_text(WITHOUT_HOOKS, encoding="utf-8")
    # Our templates print what our hooks hand them; only the theme's words and icons stay.
    for part in (Path("partials", "languages"), Path(".icons")):
        shutil.copytree(PROJECT / "overrides" / part, cache / "bare-overrides" / part, dirs_exist_ok=True)
    real, pages_alone = PROJECT / "mkdocs.yml", cache / "pages-alone.yml"
    hooks = re.findall(r"^  - hooks/(\w+)\.py$", real.read_text(encoding="utf-8"), re.MULTILINE)
    named = ", ".join(f"../hooks/{hook}.py" for hook in hooks if hook not in APART)
    pages_alone.write_text(PAGES_ALONE.format(hooks=named), encoding="utf-8")
    builds = {
        "without our hooks": (bare, ""),
        "with our hooks": (pages_alone, ""),
        "and handouts, sets": (real, ""),
        "one language (km)": (real, "km"),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in builds}
    with TemporaryDirectory() as folder:
        for config, locale in builds.values():  # not counted: fills the caches of the file system and of Python
            measure(config, Path(folder), locale)
        for _ in range(RUNS):
            for name, (config, locale) in builds.items():
                costs[name].append(measure(config, Path(folder), locale))
    pages = sum(1 for _ in (PROJECT / "docs").glob("[!.]*/**/*.md"))
    print(f"One build of {pages} pages, medians of {RUNS} runs in turn (lowest to highest):\n")
    print(f"{'':20}{'seconds':>20}{'processor seconds':>22}{'peak memory MB':>18}")
    for name, measured in costs.items():
        spread = [_spread(measured, lambda cost: cost.seconds), _spread(measured, lambda cost: cost.processor)]
        print(f"{name:20}{spread[0]:>20}{spread[1]:>22}{max(cost.memory for cost in measured):>18.0f}")
    processor = {name: statistics.median(cost.processor for cost in measured) for name, measured in costs.items()}
    before = processor["without our hooks"]
    for name, words in {"with our hooks": "", "and handouts, sets": ", handouts and sets included"}.items():
        share = 100 * (processor[name] - before) / processor[name]
        print(f"\nOur hooks{words} are {share:.1f} % of the build's processor time.", end="")
    print()


def _spread(costs: list[Cost], figure: Callable[[Cost], float]) -> str:
    figures = [figure(cost) for cost in costs]
    return f"{statistics.median(figures):.2f} ({min(figures):.2f}-{max(figures):.2f})"


if __name__ == "__main__":
    main()
