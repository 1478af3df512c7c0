"""Entries as a gettext catalogue (PO), which Poedit, Weblate and others edit."""

from collections.abc import Iterable
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from .catalogue_file import read_catalogue_file
from .exchange import RULE, Entry
from .locale import language_tag
from .problem import Problem


def write(entries: Iterable[Entry], locale: str) -> bytes:
    """The catalogue; what the English changed since is marked as fuzzy, with the former English beside it."""
    catalogue = Catalog(locale=language_tag(locale), project="SSE Knowledge Base", charset="utf-8", fuzzy=False)
    for entry in entries:
        message = catalogue.add(
            entry.english,
            entry.words,
            locations=[(f"docs/en/{entry.page}", entry.line)],
            flags={"fuzzy"} if entry.unsure else set(),
            auto_comments=list(entry.notes),
            previous_id=[entry.former] if entry.former else [],
            context=f"{entry.page}:{entry.place}",
        )
        # Babel takes the braces of { #anchor } for places of Python's.
        message.flags -= {"python-brace-format", "python-format"}
    file = BytesIO()
    write_po(file, catalogue, width=0, include_previous=True)
    return file.getvalue()


def read(given: bytes, locale: str, name: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a catalogue, with its lines; `name` is the file as problems name it."""
    remedy = "Export again and copy the words over, or mend the file in its editor."
    catalogue = read_catalogue_file(given, name, RULE, remedy)
    if isinstance(catalogue, Problem):
        return [], [catalogue]
    language = str(dict(catalogue.mime_headers).get("Language", ""))
    if language != language_tag(locale):
        message = f"this catalogue is in {language or 'no language'}, not in {language_tag(locale)}"
        return [], [Problem(name, 1, RULE, message, "Name the language of the file, as in LOCALE=lo.")]
    entries: list[Entry] = []
    problems: list[Problem] = []
    for each in catalogue:
        page, _, place = (each.context or "").rpartition(":")
        if not each.id:
            continue
        if not page:
            remedy_here = "Keep msgctxt as it was exported: it says where the words belong."
            problems.append(Problem(name, each.lineno or 1, RULE, "an entry without its place", remedy_here))
        else:
            line = each.lineno or 1
            entries.append(Entry(page, place, str(each.id), str(each.string or ""), each.fuzzy, line=line))
    return entries, problems
