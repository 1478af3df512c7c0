"""`make bench`: what printing costs: all handouts from nothing, nothing changed, and one page changed.

In a copy of the project, so that what is printed already does not count.
"""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import PROJECT, measure

PAGE = "docs/lo/seminar/session-1.md"


def copy_project(folder: Path) -> Path:
    """The project as it is now, without what was built; the installed fonts are shared."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, folder / name)
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    return folder


def main() -> None:
    """Measures and prints the table."""
    with TemporaryDirectory() as folder:
        project = copy_project(Path(folder))
        config, site = project / "mkdocs.yml", project / "site"
        costs = {"all handouts": measure(config, site), "nothing changed": measure(config, site)}
        page = project / PAGE
        page.write_text(page.read_text(encoding="utf-8").replace("\n- ", "\n- SSE: ", 1), encoding="utf-8")
        costs["one page changed"] = measure(config, site)
        files = list((site / "handouts").rglob("*.pdf"))
        size = sum(file.stat().st_size for file in files) / 1e6
    print(f"\nThe whole site with its {len(files)} PDFs ({size:.1f} MB), one run each:\n")
    print(f"{'':20}{'seconds':>10}{'processor seconds':>20}{'peak memory MB':>18}")
    for name, cost in costs.items():
        print(f"{name:20}{cost.seconds:>10.1f}{cost.processor:>20.1f}{cost.memory:>18.0f}")


if __name__ == "__main__":
    main()
