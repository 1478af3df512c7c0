"""Labels, the theme's words, key terms and names of reviewers are words: they stand in templates as they are."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from ..labels import Catalogue
from ..library import Library
from ..locale import SOURCE
from ..plain_words import Fault, faults_in
from ..problem import Problem
from ..script import find_faults

RULE = "words"
# The tags that a label may have: the link to the licence.
TAG = re.compile(r'<a href="https://[a-z.]+/[a-z0-9./-]*" rel="license">|</a>')
PLACE = re.compile(r"\{\w+\}")
THEME = "overrides/partials/languages"
# The theme's words are a template, of which translators change the words and nothing else.
THEME_LINE = re.compile(
    r"\{#-[^#{}<>]*-#\}|\{% macro t\(key\) %\}\{\{ \{"
    r'|  "[a-z.]+": "((?:[^"\\]|\\\\)*)",?'
    r"|\}\[key\] \}\}\{% endmacro %\}|"
)
# A spreadsheet takes a cell that begins so for a formula, which can call a program.
FORMULA = tuple("=+-@\t\r|")


def check(library: Library) -> Iterator[Problem]:
    """Problems of the words that are not on pages."""
    catalogues = {SOURCE: library.template, **library.catalogues} if library.template else library.catalogues
    for locale, catalogue in catalogues.items():
        if catalogue:
            yield from _check_labels(library, catalogue, locale)
    for locale, base in library.term_bases.items():
        yield from _check_table(library, base.file, locale)
    for name in library.reviewers.locales:
        for fault in _faults(library, name, SOURCE):
            yield Problem(library.reviewers.file, 1, RULE, fault.message, fault.remedy, name, fault.spot)
    for file in sorted((library.root / THEME).glob("*.html")):
        yield from _check_theme(library, f"{THEME}/{file.name}", file.read_text(encoding="utf-8"), file.stem)


def _faults(library: Library, words: str, locale: str) -> Iterator[Fault]:
    yield from faults_in(words, library.hosts)
    for fault in find_faults(words, locale):
        yield Fault(fault.message, fault.remedy, fault.spot)


def _check_labels(library: Library, catalogue: Catalogue, locale: str) -> Iterator[Problem]:
    for entry in catalogue.entries:
        words = PLACE.sub("", TAG.sub("", entry.words or entry.english))
        for fault in faults_in(words, library.hosts):
            yield Problem(catalogue.file, entry.line, RULE, fault.message, fault.remedy, entry.words, fault.spot)
        if '"' in words and '"' not in TAG.sub("", entry.english):
            message = "a plain quotation mark, which would end an attribute"
            yield Problem(catalogue.file, entry.line, RULE, message, "Write “ and ”.", entry.words, '"')


def _check_table(library: Library, file: str, locale: str) -> Iterator[Problem]:
    """The cells of a table of terms, which translators open in a spreadsheet."""
    text = (library.root / file).read_text(encoding="utf-8-sig", errors="replace")
    rows = csv.reader(StringIO(text, newline=""))
    for row in rows:
        for cell in row:
            if cell.lstrip(" ").startswith(FORMULA):
                message = "a cell that a spreadsheet takes for a formula"
                yield Problem(file, rows.line_num, RULE, message, "Begin it with a letter.", cell, cell)
            for fault in _faults(library, cell, locale):
                yield Problem(file, rows.line_num, RULE, fault.message, fault.remedy, cell, fault.spot)


def _check_theme(library: Library, file: str, text: str, locale: str) -> Iterator[Problem]:
    for line, row in enumerate(text.split("\n"), 1):
        match = THEME_LINE.fullmatch(row)
        if not match:
            remedy = 'Each line is "key": "words", and nothing else; the first two and the last stay as they are.'
            yield Problem(file, line, RULE, "a template with more than words", remedy, row)
        elif match[1]:
            for fault in _faults(library, match[1], locale):
                yield Problem(file, line, RULE, fault.message, fault.remedy, row, fault.spot)
