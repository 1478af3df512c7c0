"""Words in quotation marks beside a link to a source stand in that source, in running text as in blockquotes."""

import re
from collections.abc import Iterator

from ..block import Block
from ..library import Library
from ..page import Page
from ..problem import Problem
from ..quotation import resolve
from ..source import Source, is_source_page
from ..wording import find_words

RULE = "quoted-words"
# Shorter ones are as often terms that the text talks about.
QUOTED = re.compile('[“«"]([^“”«»"]{12,})[”»"]')


def check(library: Library) -> Iterator[Problem]:
    """Problems of quoted words in our own text. A text with a link elsewhere too may quote from there."""
    for page in library.pages.values():
        if is_source_page(page):
            continue
        for block in page.blocks:
            sources = [] if block.quotation else _sources(library, page, block)
            for words in QUOTED.findall(block.text) if sources else ():
                words = words.rstrip(".,;:!?។ ")
                if not any(find_words(words, _text(source)) for source in sources):
                    message = f"these words in quotation marks do not stand in {sources[0].page.file}"
                    remedy = "Copy them from there, or take the quotation marks away."
                    yield Problem(page.file, block.line, RULE, message, remedy, block.text, words)


def _sources(library: Library, page: Page, block: Block) -> list[Source]:
    """The sources that a block links to, in its own language; none where it links to another host too."""
    if any("://" in link.address for link in block.links):
        return []
    targets = (resolve(page.path, link.address)[0] for link in block.links)
    return [source for target in targets if (source := library.sources.get((page.locale, target)))]


def _text(source: Source) -> str:
    return " ".join(block.text for block in source.page.blocks)
