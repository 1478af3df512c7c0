"""Below `docs/` lie the pages and what belongs to them, and nothing else: the engine publishes whatever it finds."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..library import Library
from ..problem import Problem

RULE = "files"
KINDS = re.compile(
    r"[a-z]{2}/.+\.md|assets/images/(?:[\w-]+\.svg|icon-\d+\.png)|assets/styles/.+\.css|assets/scripts/.+\.js"
)
NOT_OURS = (
    "Take it out: pages are docs/<language>/….md, drawings docs/assets/images/….svg. "
    "Whoever adds another kind of file adds it to this rule."
)


def check(library: Library) -> Iterator[Problem]:
    """Problems of the files below `docs/`. What begins with a dot is not published, and is left out."""
    docs = library.root / "docs"
    for folder, folders, files in os.walk(docs):
        for name in (*folders, *files):
            file = Path(folder) / name
            path = file.relative_to(docs).as_posix()
            if file.is_symlink():
                message = "a link to another file, which would be published"
                yield Problem(f"docs/{path}", 1, RULE, message, "Put the file itself here.")
            elif name in files and not f"/{path}".count("/.") and not KINDS.fullmatch(path):
                yield Problem(f"docs/{path}", 1, RULE, "the engine would publish this file", NOT_OURS)
