"""Languages that begin: what they still lack is shown in English, and is counted instead of reported as faults."""

from collections.abc import Iterator

from .library import Library
from .locale import SOURCE


def tell_beginnings(library: Library) -> Iterator[str]:
    """Of each language that begins, one line with what it still lacks, and where that is listed."""
    known = library.locales
    pages = {path for locale, path in library.pages if locale == SOURCE}
    labels = {entry.english for entry in library.template.entries} if library.template else set()
    if not known:
        return
    for locale in sorted(known.beginning & known.lines.keys()):
        there = sum(1 for path in pages if (locale, path) in library.pages)
        said = sum(1 for english in labels if library.labels_in(locale).words.get(english))
        lacks = [f"{len(pages) - there} of {len(pages)} pages", f"{len(labels) - said} of {len(labels)} labels"]
        if locale not in library.term_bases:
            lacks.append("the table of key terms")
        yield (
            f"{known.names[locale]} ({locale}) begins and lacks {', '.join(lacks)}: these are "
            "shown in English. `make translations-status` lists the pages."
        )
