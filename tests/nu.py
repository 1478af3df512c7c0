"""Valid HTML as the Nu Html Checker knows it: its jar comes with the npm package vnu-jar, and Java runs it."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check_all(pages: Sequence[Path]) -> dict[Path, list[str]]:
    """The errors and warnings about each page, each with the words that it is about."""
    if not JAR.is_file() or shutil.which("java") is None:
        pytest.fail("The Nu Html Checker is not here: npm ci --prefix tests --ignore-scripts, and Java")
    options = ["--format", "json", "--exit-zero-always", "--verbose"]
    # Compiled once, quickly: compiling it well takes longer than all pages.
    command = [
        "java",
        "-XX:TieredStopAtLevel=1",
        "-Xss2m",
        "-jar",
        str(JAR),
        *options,
        *(str(page.resolve()) for page in pages),
    ]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    # A page that was not read is a failure, never a pass.
    read = {Path(line) for line in answer.stdout.splitlines()}
    silent = [page for page in pages if page.resolve() not in read]
    if silent:
        raise RuntimeError(f"The checker did not read {silent}: {answer.stderr[-1000:]}")
    found: dict[Path, list[str]] = {page: [] for page in pages}
    names = {page.resolve().as_uri(): page for page in pages}
    for message in json.loads(answer.stderr)["messages"]:
        page = names["file:///" + message["url"].removeprefix("file:").lstrip("/")]
        extract = " ".join(message.get("extract", "").split())
        found[page].append(f"{message.get('subType', message['type'])}: {message['message']} | {extract}")
    return found
