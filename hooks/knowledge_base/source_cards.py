"""Beside a quotation: who says it, in which document, when, where the official text is, and whose the rights are."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from .fragment import build, quotations_in
from .labels import Labels
from .library import Library
from .locale import SOURCE
from .original import show_original
from .page import Page
from .quotation import Quotation
from .source import Bibliography, Source


def show_source_cards(root: HtmlElement, page: Page, library: Library, labels: Labels) -> None:
    """Makes a figure of each quotation of the page: the words, the line that names the source, the source's card.

    The card stands at the first quotation of a source; further ones of the same source on the page need no other.
    """
    carded: set[str] = set()
    rows: dict[HtmlElement, HtmlElement] = {}
    for elements, quotation in zip(quotations_in(root), library.quotations_on(page), strict=False):
        blockquote = elements[0].getparent()
        if blockquote is None:
            continue
        figure = _figure(elements, quotation)
        source = library.source_of(quotation)
        if source and source.page.locale != page.locale:
            # A source that nobody has translated yet is quoted as it is.
            figure[0].set("lang", source.page.locale)
        elif original := library.original_words_of(quotation):
            figure[0].addnext(show_original(" ".join(original), labels))
        if source and source.bibliography.leads_to:
            figure[0].set("cite", source.bibliography.leads_to)
        if source and quotation.target not in carded:
            carded.add(quotation.target)
            figure[-1].append(card(source, library, labels))
        # Python-Markdown joins quotations that follow each other: so they stand side by side where there is room.
        if blockquote not in rows:
            rows[blockquote] = build("div", class_="kb-side-by-side")
            blockquote.addprevious(rows[blockquote])
        rows[blockquote].append(figure)
    for blockquote in rows:
        if blockquote.find("*") is None:
            blockquote.drop_tree()


def _figure(elements: list[HtmlElement], quotation: Quotation) -> HtmlElement:
    attribution = elements[-1]
    attribution.set("class", "kb-attribution")
    words, caption = build("blockquote", *elements[:-1]), build("figcaption", attribution)
    return build("figure", words, caption, class_="kb-quotation", id=quotation.id)


def card(source: Source, library: Library, labels: Labels) -> HtmlElement:
    """The bibliography as names and values. What is unknown is said to be; a number that does not exist is left out.

    Beside a translated title stands the document's own.
    """
    known = source.bibliography
    title = build("dd", build("cite", known.title))
    original = library.sources.get((SOURCE, source.page.path))
    if original and original.bibliography.title != known.title:
        title[0].tail = " – "
        title.append(build("cite", original.bibliography.title, lang=SOURCE, translate="no"))
    rows: list[tuple[str, HtmlElement]] = [
        (labels("Owner"), build("dd", known.owner)),
        (labels("Document"), title),
        (labels("Number"), build("dd", known.number)),
        (labels("Date"), build("dd", _date(known.date, labels))),
        (labels("Official text"), build("dd", *_address(known, labels))),
        (labels("Rights"), build("dd", known.rights)),
    ]
    shown = [part for name, value in rows if value.text != "none" for part in (build("dt", name), value)]
    return build("dl", *shown, class_="kb-card")


def _date(date: str, labels: Labels) -> HtmlElement | str:
    if date in ("unknown", "none"):
        return labels("date not known to us")
    return build("time", labels.date(date), datetime=date)


def _address(known: Bibliography, labels: Labels) -> Iterator[HtmlElement | str]:
    address = known.leads_to
    host = urlsplit(address).hostname
    if known.dead:
        if address:
            yield build("a", labels("copy of the official text at {host}").format(host=host), href=address)
            yield " – "
        day = labels.date(known.dead)
        yield labels("the official address did not answer on {date}").format(date=day)
    elif address:
        yield build("a", labels("official text at {host}").format(host=host), href=address)
    else:
        yield labels("no address of an official text known to us")
