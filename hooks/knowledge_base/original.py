"""The English original of a translated passage or quotation, one tap away."""

from lxml.html import HtmlElement

from .fragment import build
from .labels import Labels
from .locale import SOURCE


def show_original(words: str, labels: Labels) -> HtmlElement:
    """The English words, folded away under a line in the reader's language; opened without a script."""
    quoted = build("blockquote", build("p", words), lang=SOURCE, translate="no")
    return build("details", build("summary", labels("The original in English")), quoted, class_="kb-original")
