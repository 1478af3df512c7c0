"""`make bench`: what the build of the real site costs, against MkDocs and its theme alone; seconds and peak memory.

The builds take turns, so that what else the machine does falls on all; the figures are medians.
"""

import re
import shutil
import statistics
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import PROJECT, Cost, measure

RUNS = 5
# The English pages in the theme as it comes; links to drawings beside them lead nowhere.
PLAIN = """\
site_name: Plain
site_url: https://plain.example/
docs_dir: ../docs/en
theme: {{ name: material, font: false, features: {features} }}
plugins: [search]
{rest}
"""
WITHOUT_HOOKS = """\
INHERIT: ../mkdocs.yml
docs_dir: ../docs
theme: {custom_dir: bare-overrides}
hooks: []
"""
# Handouts and what sets are put together of are reported apart: they are no part of the pages.
APART = ("print_handouts", "offer_set")
# What building all languages may take, in builds of plain English.
MOST = 3.5


def write_configurations(cache: Path) -> tuple[Path, Path, Path]:
    """The configurations that the real one is measured against: plain English, without our hooks, pages alone."""
    cache.mkdir(exist_ok=True)
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    plain, bare, pages_alone = (cache / f"{name}.yml" for name in ("plain", "without-hooks", "pages-alone"))
    features = ", ".join(re.findall(r"^    - ([a-z]+\.[a-z.]+)$", text.partition("features:")[2], re.MULTILINE))
    rest = text[text.index("markdown_extensions:") :]
    plain.write_text(PLAIN.format(features=f"[{features}]", rest=rest), encoding="utf-8")
    bare.write_text(WITHOUT_HOOKS, encoding="utf-8")
    # Our templates print what our hooks hand them; only the theme's words and icons stay.
    for part in (Path("partials", "languages"), Path(".icons")):
        shutil.copytree(PROJECT / "overrides" / part, cache / "bare-overrides" / part, dirs_exist_ok=True)
    # Whole, not inherited: what reads the library finds the navigation in the configuration that is built with.
    for path in ("docs_dir: ", "custom_dir: ", "  - "):
        text = re.sub(rf"({path})(docs$|overrides$|hooks/)", r"\1../\2", text, flags=re.MULTILINE)
    text = re.sub(rf"^  - ../hooks/(?:{'|'.join(APART)})\.py\n", "", text, flags=re.MULTILINE)
    pages_alone.write_text(text, encoding="utf-8")
    return plain, bare, pages_alone


def main() -> None:
    """Measures and prints the table."""
    real = PROJECT / "mkdocs.yml"
    plain, bare, pages_alone = write_configurations(PROJECT / ".cache")
    one_by_one = {"SITE_JOBS": "1"}
    builds: dict[str, tuple[Path, dict[str, str]]] = {
        "plain English": (plain, {}),
        "without our hooks": (bare, {}),
        "with, one by one": (pages_alone, one_by_one),
        "with our hooks": (pages_alone, {}),
        "and handouts, sets": (real, {}),
        "one language (km)": (real, {"SITE_LOCALE": "km"}),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in builds}
    with TemporaryDirectory() as folder:
        for config, environment in builds.values():  # not counted: fills the caches of the file system and of Python
            measure(config, Path(folder), **environment)
        for _ in range(RUNS):
            for name, (config, environment) in builds.items():
                costs[name].append(measure(config, Path(folder), **environment))
    pages = sum(1 for _ in (PROJECT / "docs").glob("[!.]*/**/*.md"))
    print(f"One build of {pages} pages, medians of {RUNS} runs in turn (lowest to highest):\n")
    print(f"{'':20}{'seconds':>20}{'processor seconds':>22}{'peak memory MB':>18}")
    for name, measured in costs.items():
        spread = [_spread(measured, lambda cost: cost.seconds), _spread(measured, lambda cost: cost.processor)]
        print(f"{name:20}{spread[0]:>20}{spread[1]:>22}{max(cost.memory for cost in measured):>18.0f}")
    processor = {name: statistics.median(cost.processor for cost in measured) for name, measured in costs.items()}
    before = processor["without our hooks"]
    for name, words in {"with, one by one": "", "and handouts, sets": ", handouts and sets included,"}.items():
        print(f"\nWith our hooks{words} a build takes {processor[name] / before:.2f} times the processor time.", end="")
    seconds = {name: statistics.median(cost.seconds for cost in measured) for name, measured in costs.items()}
    times = seconds["with our hooks"] / seconds["plain English"]
    print(
        f"\nAll languages take {times:.1f} times as long as plain English; the goal is {MOST}, twice that {2 * MOST}."
    )


def _spread(costs: list[Cost], figure: Callable[[Cost], float]) -> str:
    figures = [figure(cost) for cost in costs]
    return f"{statistics.median(figures):.2f} ({min(figures):.2f}-{max(figures):.2f})"


if __name__ == "__main__":
    main()
