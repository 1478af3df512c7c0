"""What must hold of drawings, whatever bytes they are."""

import re

from lxml import html

from fuzzing.given import file_with, folder, say
from knowledge_base.diagrams import inline_diagrams, read_diagrams
from knowledge_base.labels import Labels
from knowledge_base.library import Library
from knowledge_base.rules import find_problems

# What a drawing in a page must not have: elements, attributes, and what stands in attributes.
ACTING = {"script", "style", "image", "foreignobject", "use", "a", "animate", "set"}
ATTRIBUTE = re.compile(r"on.*|.*href|style|src", re.IGNORECASE)


def check_drawing(given: bytes) -> None:
    """A drawing is read or refused, and shown only where the rules find nothing."""
    file_with(given, "a.svg")
    drawings, problems = read_diagrams(folder(), "docs/assets/images")
    found = find_problems(Library({}, None, drawings, (), root=folder()))
    say([*problems, *found])
    if drawings and not found:
        root = html.fragment_fromstring('<p><img src="a.svg" alt="A"></p>', create_parent="div")
        inline_diagrams(root, drawings, Labels())
        for element in html.fragment_fromstring(html.tostring(root, encoding="unicode"), create_parent="div").iter():
            assert str(element.tag).lower() not in ACTING
            assert not any(ATTRIBUTE.fullmatch(str(key)) or "url(" in str(value) for key, value in element.items())
