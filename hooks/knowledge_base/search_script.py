"""The search's script: our modules and MiniSearch (MIT) in one file, made by esbuild from npm."""

import hashlib
import subprocess
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


class NoBundler(Exception):
    """What the script is made of is not installed."""


class Broken(Exception):
    """The modules cannot be put together; the message is the bundler's, with file and line."""


def bundle(project: Path, folder: Path) -> tuple[str, str]:
    """The script and the licence of what is in it that is not ours.

    project  the folder with `docs/` and `node_modules/`
    folder   one in which the script is kept from build to build
    """
    if not (project / BUNDLER).exists() or not (project / ENGINE).is_dir():
        raise NoBundler
    modules = sorted((project / MODULES).glob("*.js"))
    made_of = [*modules, project / ENGINE / "package.json", project / "node_modules/esbuild/package.json"]
    checksum = hashlib.sha256(b"\0".join(map(Path.read_bytes, made_of)) + repr(OPTIONS).encode())
    script = kept(folder / f"search-{checksum.hexdigest()[:16]}.js", lambda: _bundle(project).encode())
    return script.decode(), (project / ENGINE / "LICENSE.txt").read_text(encoding="utf-8")


def _bundle(project: Path) -> str:
    command = [str(project / BUNDLER), str(project / MODULES / "main.js"), *OPTIONS]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Broken(done.stderr.strip())
    return done.stdout
