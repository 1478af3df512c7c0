"""A record names only reviewers who are named for the language: nobody's approval is inferred."""

from collections.abc import Iterator

from ..library import Library
from ..problem import Problem

RULE = "records"
HEAD_LINES = 3


def check(library: Library) -> Iterator[Problem]:
    """Problems of the reviews that are recorded."""
    for (locale, path), standings in library.records.standings.items():
        known = library.reviewers.of(locale)
        file = f"docs/.translations/{locale}/{path.removesuffix('.md')}.yml"
        for line, standing in enumerate(standings, HEAD_LINES + 1):
            if standing.reviewer and standing.reviewer not in known:
                message = f"{standing.reviewer} is not named as a reviewer of {locale}"
                remedy = f"Name them in {library.reviewers.file}, or take the review back by `git revert`."
                yield Problem(file, line, RULE, message, remedy)
