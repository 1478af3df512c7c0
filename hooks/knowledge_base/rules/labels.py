"""Every locale's catalogue translates every label, and no others. Of a language that begins, any number of them."""

import re
from collections.abc import Iterator

from ..labels import Catalogue
from ..library import Library
from ..locale import SOURCE
from ..problem import Problem

RULE = "labels"
PLACE = re.compile(r"\{\w*\}|<[^>]*>")


def check(library: Library) -> Iterator[Problem]:
    """Problems of the catalogues, against the template that lists all labels."""
    template = library.template
    if not template:
        return
    for locale in library.locales.lines if library.locales else ():
        if locale != SOURCE and locale not in library.catalogues:
            file = template.file.replace("labels.pot", f"{locale}/labels.po")
            remedy = f"Copy {template.file} there and translate it."
            yield Problem(file, 1, RULE, f"the locale {locale} has no catalogue of labels", remedy)
    beginning = library.locales.beginning if library.locales else ()
    for locale, catalogue in library.catalogues.items():
        yield from _check(catalogue, template, locale in beginning)


def _check(catalogue: Catalogue, template: Catalogue, is_beginning: bool) -> Iterator[Problem]:
    known = {entry.english: entry for entry in catalogue.entries}
    wanted = {entry.english for entry in template.entries}
    for english in () if is_beginning else wanted - known.keys():
        remedy = f"Copy the entry from {template.file} and translate it."
        yield Problem(catalogue.file, 1, RULE, "a label is missing", remedy, english)
    for entry in catalogue.entries:
        places, theirs = sorted(PLACE.findall(entry.words)), sorted(PLACE.findall(entry.english))
        if entry.english not in wanted:
            message, remedy = "no page says this label any more", "Take the entry out."
        elif not entry.words and is_beginning:
            continue
        elif not entry.words:
            message, remedy = "a label without a translation", "Write it after `msgstr`."
        elif entry.is_fuzzy:
            message, remedy = "a label marked as a guess", "Check it, and take the word `fuzzy` out."
        elif places != theirs:
            message = "a label with other {places} or <tags> than the English"
            remedy = f"Write {' '.join(theirs)} in it." if theirs else "Take them out."
        else:
            continue
        yield Problem(catalogue.file, entry.line, RULE, message, remedy, entry.english)
