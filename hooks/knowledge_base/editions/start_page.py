"""START-HERE.html: the page that readers of a stick open first. It needs no script and no style sheet."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lxml import html

from ..fragment import build
from ..labels import Labels
from ..locale import language_tag
from .imprint import Imprint

START = "START-HERE.html"
STYLE = """
:root { color-scheme: light dark }
body { font-size: 1.25rem; line-height: 1.6; max-width: 36rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.4 }
ul { list-style: none; padding: 0 }
li { margin: 1.5rem 0 }
a { display: block; font-size: 1.5rem; font-weight: bold; padding: .75rem 0 }
p { margin: 0 }
"""


class Language(NamedTuple):
    """A language on the stick: its name in itself, its first page, what is said in it."""

    name: str
    home: str
    labels: Labels


def start_page(languages: Sequence[Language], fonts: Iterable[str], imprint: Imprint) -> bytes:
    """The page: each language by its name, as a link, and in it what to do where the link does not open.

    fonts are the paths of the letters that the stick has, for computers without a language's script.
    """
    items = []
    for name, home, labels in languages:
        words = labels("If nothing opens, unpack the whole ZIP file first, then open START-HERE.html again.")
        items.append(build("li", build("a", name, href=home), build("p", words), lang=language_tag(labels.locale)))
    faces = {f"Letters {number}": font for number, font in enumerate(fonts)}
    style = [
        f'@font-face {{ font-family: "{name}"; font-weight: 400 700; src: url("{font}") }}'
        for name, font in faces.items()
    ]
    families = ", ".join([*(f'"{name}"' for name in faces), "sans-serif"])
    style.append(f"body {{ font-family: {families} }}")
    root = build(
        "html",
        build(
            "head",
            build("meta", charset="utf-8"),
            build("meta", name="viewport", content="width=device-width,initial-scale=1"),
            build("title", imprint.title),
            build("style", "\n".join(style) + STYLE),
        ),
        build("body", build("h1", imprint.title), build("ul", *items)),
        lang=imprint.tag,
    )
    return html.tostring(root, encoding="utf-8", doctype="<!doctype html>", pretty_print=True)
