"""A drawing holds shapes and words: no script, no style, no address, nothing that asks for another file."""

import re
from collections.abc import Iterator

from lxml import etree

from ..diagrams import PARSER
from ..library import Library
from ..problem import Problem

RULE = "drawings"
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = (
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "title",
    "desc",
)
ATTRIBUTES = re.compile(
    "aria-hidden|aria-label|class|c[xy]|d|dominant-baseline|d[xy]|fill|fill-opacity|fill-rule|font-family|font-size"
    "|font-weight|height|lang|opacity|points|preserveAspectRatio|r|role|r[xy]|stroke|stroke-dasharray|stroke-linecap"
    "|stroke-linejoin|stroke-opacity|stroke-width|text-anchor|transform|viewBox|width|[xy][12]?"
)
# What stands before the elements: a document type has entities, an instruction can name a style sheet.
BEFORE = re.compile(r"<!DOCTYPE|<!ENTITY|<!\[CDATA|<\?(?!xml[ ])", re.IGNORECASE)
ADDRESS = re.compile(r"url|:|//|[\\@<&]", re.IGNORECASE)
SAVE = "Save it as plain SVG: shapes and text, colours as attributes."


def check(library: Library) -> Iterator[Problem]:
    """Problems of the drawings; one that cannot be read is reported when it is read."""
    for name, text in library.diagrams.items():
        file = f"docs/assets/images/{name}"
        for match in BEFORE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield Problem(file, line, RULE, "a drawing with a document type or an instruction", SAVE, match[0])
        for element in etree.fromstring(text.encode(), PARSER).iter():
            line = int(element.sourceline or 1)
            tag = str(element.tag) if isinstance(element.tag, str) else "an instruction"
            if tag.removeprefix(SVG) not in ELEMENTS or not tag.startswith(SVG):
                message = f"a drawing with {tag.rpartition('}')[2]}"
                yield Problem(file, line, RULE, message, SAVE)
                continue
            for key, value in element.attrib.items():
                if not ATTRIBUTES.fullmatch(str(key)):
                    message = f"a drawing with the attribute {str(key).rpartition('}')[2]}"
                    yield Problem(file, line, RULE, message, SAVE, f'{key}="{value}"', str(key))
                elif ADDRESS.search(str(value)):
                    message = f"an address in the attribute {key}"
                    yield Problem(file, line, RULE, message, SAVE, f'{key}="{value}"', str(value))
