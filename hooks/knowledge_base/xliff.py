"""Entries as XLIFF 1.2, which most translators' tools read.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

import re
from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from .exchange import RULE, Entry
from .locale import SOURCE, language_tag
from .problem import Problem

XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UNSURE = "needs-adaptation"
NEW = "new"
# What XML has no way to write; the rules refuse it in pages too.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(entries: Iterable[Entry], locale: str) -> bytes:
    """The document: a `file` for each page, a `trans-unit` for each entry."""
    root = etree.Element(f"{{{XLIFF}}}xliff", {"version": "1.2"}, nsmap={None: XLIFF})
    for page, group in groupby(entries, key=lambda entry: entry.page):
        languages = {"source-language": SOURCE, "target-language": language_tag(locale)}
        file = etree.SubElement(root, f"{{{XLIFF}}}file", languages | {"original": page, "datatype": "plaintext"})
        body = etree.SubElement(file, f"{{{XLIFF}}}body")
        for entry in group:
            _write(body, entry)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _write(body: etree._Element, entry: Entry) -> None:
    unit = etree.SubElement(body, f"{{{XLIFF}}}trans-unit", {"id": entry.place, SPACE: "preserve"})
    etree.SubElement(unit, f"{{{XLIFF}}}source").text = _writable(entry.english)
    state = UNSURE if entry.unsure else "translated" if entry.words else NEW
    etree.SubElement(unit, f"{{{XLIFF}}}target", {"state": state}).text = _writable(entry.words)
    if entry.former:
        former = etree.SubElement(unit, f"{{{XLIFF}}}alt-trans", {"alttranstype": "previous-version"})
        etree.SubElement(former, f"{{{XLIFF}}}source").text = _writable(entry.former)
        etree.SubElement(former, f"{{{XLIFF}}}target").text = _writable(entry.words)
    for note in entry.notes:
        etree.SubElement(unit, f"{{{XLIFF}}}note").text = _writable(note)


def _writable(words: str) -> str:
    return UNWRITABLE.sub("\ufffd", words)


def read(given: bytes, locale: str, name: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a document, with its lines; `name` is the file as problems name it."""
    remedy = "Export again and copy the words over, or mend the file in its editor."
    try:
        root = etree.fromstring(given, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        return [], [Problem(name, error.lineno or 1, RULE, f"this document cannot be read: {error.msg}", remedy)]
    entries: list[Entry] = []
    problems: list[Problem] = []
    for file in root.iter(f"{{{XLIFF}}}file"):
        language = file.get("target-language", "")
        if language != language_tag(locale):
            message = f"this document is in {language or 'no language'}, not in {language_tag(locale)}"
            line = int(file.sourceline or 1)
            problems.append(Problem(name, line, RULE, message, "Name the language of the file, as in LOCALE=lo."))
            continue
        for unit in file.iter(f"{{{XLIFF}}}trans-unit"):
            source, target = (unit.find(f"{{{XLIFF}}}{tag}") for tag in ("source", "target"))
            entries.append(
                Entry(
                    page=file.get("original", ""),
                    place=unit.get("id", ""),
                    english=_text(source),
                    words=_text(target),
                    unsure=target is not None and target.get("state", "").startswith("needs-"),
                    line=int(unit.sourceline or 1),
                )
            )
    return entries, problems


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(str(part) for part in element.itertext())
