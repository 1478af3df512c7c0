"""`make bench`: how long a person waits for a changed page while the site is served, in a copy of the project.

From the moment the file is written until the browser is told to load the page again; MkDocs looks every half second,
so that half of that is waiting for it to look.
"""

import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from printing import copy_project

RUNS = 5
PAGES = {"a page in Lao": "docs/lo/values/equity.md", "an English page": "docs/en/values/equity.md"}
OTHER = "th/values/equity/"


def until(said: list[tuple[float, str]], words: str, since: float) -> float:
    """The moment at which the server says the words after another moment; waits for it."""
    while True:
        found = next((moment for moment, line in said if moment >= since and words in line), None)
        if found is not None:
            return found
        time.sleep(0.01)


def main() -> None:
    """Measures and prints the table."""
    with TemporaryDirectory() as folder, socket.socket() as free:
        project = copy_project(Path(folder))
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
        free.close()
        started = time.time()
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        said: list[tuple[float, str]] = []
        threading.Thread(
            target=lambda: said.extend((time.time(), line) for line in server.stdout or ()), daemon=True
        ).start()
        try:
            print(f"\nServed after {until(said, 'Serving on', started) - started:.2f} seconds.")
            for name, path in PAGES.items():
                waits, builds, others = [], [], []
                for run in range(RUNS):
                    time.sleep(1)
                    begun = time.time()
                    with (project / path).open("a", encoding="utf-8") as file:
                        file.write(f"\n{run}\n")
                    reloaded = until(said, "Reloading browsers", begun)
                    waits.append(reloaded - begun)
                    builds.append(reloaded - until(said, "Detected file changes", begun))
                    asked = time.time()
                    with urlopen(f"http://{address}/{OTHER}") as answer:
                        answer.read()
                    others.append(time.time() - asked)
                figures = [f"{statistics.median(each):.2f}" for each in (waits, builds, others)]
                print(
                    f"After a change of {name} it is there after {figures[0]} seconds, {figures[1]} of them to build; "
                    f"then a page in Thai takes {figures[2]}."
                )
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
