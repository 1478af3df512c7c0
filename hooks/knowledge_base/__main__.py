"""`python -m knowledge_base [FOLDER]`: prints the problems of a folder's pages; exits with 1 if there are any."""

import sys
from pathlib import Path

from .library import read_library
from .rules import find_problems

project = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
library = read_library(project / "docs", project / "mkdocs.yml")
problems = find_problems(library)
for problem in problems:
    print(problem)
print(f"{len(library.pages)} pages, {len(library.concepts)} concepts, {len(problems)} problems.")
sys.exit(bool(problems))
