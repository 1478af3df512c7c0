"""The key terms of a locale as a table, on the page for translators."""

from lxml.html import HtmlElement

from .fragment import build
from .labels import Labels
from .locale import SOURCE
from .terms import TermBase


def show_terms(root: HtmlElement, base: TermBase, labels: Labels) -> None:
    """Adds the terms at the end of a page: the English, what to write, what else is allowed, what never."""
    heads = (labels("English"), labels("Write"), labels("Allowed too"), labels("Never"))
    rows = [
        build(
            "tr",
            build("th", term.term, lang=SOURCE, scope="row"),
            build("td", term.renderings[0], *(["*"] if term.status == "K" else [])),
            build("td", ", ".join(term.renderings[1:])),
            build("td", ", ".join(term.avoid)),
        )
        for term in base.terms
    ]
    top = build("tr", *(build("th", head, scope="col") for head in heads))
    # With a class of its own the theme does not wrap it once more, in a box that no key can scroll.
    table = build("table", build("thead", top), build("tbody", *rows), class_="kb-terms")
    root.append(build("div", table, class_="kb-wide", tabindex="0", role="region", aria_label=labels("Key terms")))
    root.append(
        build("p", labels("* our own choice: we found no established word. If you know a better one, tell us."))
    )
