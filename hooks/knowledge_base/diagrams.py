"""A diagram that a page shows is put into the page, so that its words can be read, copied and found."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from .labels import Labels
from .locale import SOURCE
from .problem import Problem

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_blank_text=True)


def read_diagrams(folder: Path, name: str) -> tuple[dict[str, str], list[Problem]]:
    """The text of each drawing in a folder, by file name; one that is no SVG comes back as a problem.

    `name` is the folder as problems name it.
    """
    drawings: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.svg")):
        try:
            etree.fromstring(file.read_bytes(), PARSER)
            drawings[file.name] = file.read_text(encoding="utf-8")
        except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
            line = error.lineno if isinstance(error, etree.XMLSyntaxError) else 1
            message = f"this drawing cannot be read: {error.msg if isinstance(error, etree.XMLSyntaxError) else error}"
            remedy = "Save it again as SVG, in UTF-8."
            problems.append(Problem(f"{name}/{file.name}", line or 1, "diagrams", message, remedy))
    return drawings, problems


def inline_diagrams(root: HtmlElement, diagrams: Mapping[str, str], labels: Labels) -> None:
    """Replaces each image of an SVG file of ours by the drawing itself; the image's alternative text becomes its name.

    `diagrams` holds the files' text by name: "map.svg". Its words are labels: the catalogues translate them.
    """
    for image in list(root.iter("img")):
        name = image.get("src", "").rpartition("/")[2]
        if name not in diagrams:
            continue
        drawing = etree.fromstring(diagrams[name].encode(), PARSER)
        for words in drawing.iter("{*}text"):
            # What stands on a host's buttons is English in every language.
            if words.get("lang") != SOURCE:
                words.text = labels(words.text or "")
        drawing.set("role", "group")
        drawing.set("aria-label", image.get("alt", ""))
        image.addprevious(cast(HtmlElement, drawing))
        image.drop_tree()
