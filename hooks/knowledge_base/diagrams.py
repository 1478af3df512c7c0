"""A diagram that a page shows is put into the page, so that its words can be read, copied and found."""

from collections.abc import Mapping
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_blank_text=True)


def inline_diagrams(root: HtmlElement, diagrams: Mapping[str, str]) -> None:
    """Replaces each image of an SVG file of ours by the drawing itself; the image's alternative text becomes its name.

    `diagrams` holds the files' text by name: "map.svg".
    """
    for image in list(root.iter("img")):
        name = image.get("src", "").rpartition("/")[2]
        if name not in diagrams:
            continue
        drawing = etree.fromstring(diagrams[name].encode(), PARSER)
        drawing.set("role", "group")
        drawing.set("aria-label", image.get("alt", ""))
        image.addprevious(cast(HtmlElement, drawing))
        image.drop_tree()
