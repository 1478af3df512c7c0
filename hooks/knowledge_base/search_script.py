"""The search's scripts: our modules and MiniSearch (MIT) in one file, made by esbuild from npm.

Twice: the rules of affixes are 0.9 KB, which only readers of the languages that have such rules pay for.
"""

import hashlib
import subprocess
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from .whole_file import kept

MODULES = Path("docs/assets/scripts/search")
ENGINE = Path("node_modules/minisearch")
BUNDLER = Path("node_modules/.bin/esbuild")
# Phones keep their browsers for years: what is newer than 2020 is written in older words.
OPTIONS = (
    "--bundle",
    "--minify",
    "--charset=utf8",
    "--format=iife",
    "--target=es2020",
    # What MiniSearch keeps to itself begins so; nothing of ours does.
    "--mangle-props=^_",
    "--log-level=warning",
)
# The languages that `affixes.js` has rules for, and the name of the script for each kind.
WITH_AFFIXES = ("id", "ms", "tl")
NAMES = {True: "search-affixes.js", False: "search.js"}
LICENCE = "search-licence.txt"


class NoBundler(Exception):
    """What the script is made of is not installed."""


class Broken(Exception):
    """The modules cannot be put together; the message is the bundler's, with file and line."""


def name_for(locale: str) -> str:
    """The name of the script for readers of a language."""
    return NAMES[locale in WITH_AFFIXES]


def bundle(project: Path, folder: Path, locales: Iterable[str]) -> dict[str, str]:
    """The scripts for these languages, and the licence of what is in them that is not ours, by their names.

    project  the folder with `docs/` and `node_modules/`
    folder   one in which the scripts are kept from build to build
    """
    if not (project / BUNDLER).exists() or not (project / ENGINE).is_dir():
        raise NoBundler
    modules = sorted((project / MODULES).glob("*.js"))
    made_of = [*modules, project / ENGINE / "package.json", project / "node_modules/esbuild/package.json"]
    content = b"\0".join(map(Path.read_bytes, made_of))
    files = {LICENCE: (project / ENGINE / "LICENSE.txt").read_text(encoding="utf-8")}
    for name in sorted({name_for(locale) for locale in locales}):
        options = [*OPTIONS, f"--define:globalThis.WITHOUT_AFFIXES={str(name != NAMES[True]).lower()}"]
        checksum = hashlib.sha256(content + repr(options).encode()).hexdigest()
        file = folder / f"{Path(name).stem}-{checksum[:16]}.js"
        files[name] = kept(file, partial(_bundle, project, options)).decode()
    return files


def _bundle(project: Path, options: Iterable[str]) -> bytes:
    command = [str(project / BUNDLER), str(project / MODULES / "main.js"), *options]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Broken(done.stderr.strip())
    return done.stdout.encode()
