"""`make bench`: what Lighthouse says of the pages that `light.py` measures, with its mobile settings.

Lighthouse is no part of the project. To have it asked, install it anywhere and name the place:
`npm install --prefix folder lighthouse@12`, then `LIGHTHOUSE=folder/node_modules make bench`.
"""

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from host import hosted
from light import LOCALES, SHAPES, WITH_LETTERS
from measuring import PROJECT

from visitor import chromium, fonts_of

FLAGS = "--headless=new --no-sandbox --disable-gpu"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SECONDS = 300


def ask(program: Path, address: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's report of a page."""
    config = fonts_of(list(WITH_LETTERS), folder)
    done = subprocess.run(
        [program, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"],
        env={**os.environ, "CHROME_PATH": chromium(), "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def missing(report: dict[str, Any]) -> list[str]:
    """The audits that take a page's points away."""
    names = {
        each["id"] for category in report["categories"].values() for each in category["auditRefs"] if each["weight"]
    }
    audits = (report["audits"][name] for name in sorted(names))
    return [
        f"{each['id']} {each.get('displayValue', '')}"
        for each in audits
        if (each["score"] or 0) < 1 and each["score"] is not None
    ]


def main(site: Path) -> None:
    """Prints a line for each page."""
    program = Path(os.environ.get("LIGHTHOUSE", "node_modules")).resolve() / ".bin/lighthouse"
    if not program.is_file():
        print("Lighthouse is not here and left out; how to have it stands at the top of tests/bench/lighthouse.py.")
        return
    print(f"{'Lighthouse':40}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with hosted(site, kept=True) as host:
        for locale, shape in product(LOCALES, SHAPES):
            with TemporaryDirectory() as folder:
                report = ask(program, host.address + locale + shape, Path(folder))
            scores = (round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES)
            print(
                f"/{locale + shape:39}" + "".join(f"{score:>16}" for score in scores),
                *missing(report),
                sep="  ",
                flush=True,
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "site")
