"""What the site had is there: a language that went away would be replaced by English, and a record by nothing known.

Pages that are missing are no problem: whoever takes one away means it, and readers are told.
"""

from collections.abc import Iterator

from ..history import lost_files
from ..library import Library
from ..locale import TRANSLATIONS
from ..problem import Problem

RULE = "lost"


def check(library: Library) -> Iterator[Problem]:
    """Problems of languages without any page, and of files beside the pages that Git has and the folder has not."""
    if not library.locales:
        return
    with_pages = {locale for locale, _ in library.pages}
    recorded = {locale for locale, _ in library.records.standings}
    for locale, line in library.locales.lines.items():
        if locale in recorded - with_pages:
            message = f"docs/{locale}/ has no pages, but docs/{TRANSLATIONS}/{locale}/ has what is known of them"
            remedy = f"Put the folder back: `git restore docs/{locale}`. Or take the language out, and its records."
            yield Problem(library.locales.file, line, RULE, message, remedy)
    for file in lost_files(library.root, f"docs/{TRANSLATIONS}"):
        locale, _, path = file.removeprefix(f"docs/{TRANSLATIONS}/").partition("/")
        page = (locale, f"{path.removesuffix('.yml')}.md")
        # A record goes where its page goes.
        if not file.endswith(".yml") or not path or page in library.pages:
            message = "this file is in Git, but not in the folder"
            yield Problem(file, 1, RULE, message, f"Put it back: `git restore {file}`. Or take it out of Git too.")
