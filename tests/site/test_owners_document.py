"""Nothing of the owner's document is lost: every sentence stands on the sources' pages, in order."""

import re

from lxml.html import HtmlElement

from harness import Built

# The order of the texts in the owner's document.
PAGES = ("ilo-resolution", "wiego-definition", "asec", "ilo-report", "wiego-informal-workers", "homenet-call")
LIST_SIGN = re.compile(r"^(?:[1-7]\.|-) ")
STRAY_MARKUP = re.compile(r"\*+")
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")


def words_of(article: HtmlElement) -> str:
    """What the source says on its page: without our notes, cards and references."""
    for ours in [*article.find_class("editors-note"), *article.find_class("kb-references"), *article.findall(".//h1")]:
        ours.drop_tree()
    for block in article.xpath(".//p | .//li | .//h2"):
        block.tail = " " + (block.tail or "")
    return " ".join(article.text_content().split())


def sentences_of(document: str) -> list[str]:
    """The sentences of the owner's document, stray asterisks and the signs of list items aside."""
    lines = [LIST_SIGN.sub("", STRAY_MARKUP.sub("", line).strip()) for line in document.splitlines()]
    return [sentence for line in lines if line for sentence in SENTENCE_END.split(line)]


def test_every_sentence_stands_on_the_sources_pages_in_order(site: Built, owners_document: str) -> None:
    """Every sentence of the owner's document stands in site/sources/, letter by letter, in the document's order."""
    text = " ".join(words_of(site.article(f"sources/{page}/")) for page in PAGES)
    position = 0
    for sentence in sentences_of(owners_document):
        found = text.find(" ".join(sentence.split()), position)
        assert found >= 0, f"lost, changed or moved: {sentence}"
        position = found + len(sentence)


def test_nothing_is_added_under_the_sources_names(site: Built, owners_document: str) -> None:
    """Apart from our marked notes and cards, the sources' pages hold the owner's document and nothing else."""
    articles = [site.article(f"sources/{page}/") for page in PAGES]
    for article in articles:
        for card in article.find_class("kb-card"):
            card.drop_tree()
    letters = re.compile(r"\s")
    published = letters.sub("", "".join(words_of(article) for article in articles))
    document = letters.sub("", "".join(sentences_of(owners_document)))
    assert published == document
