"""What a page says of itself to machines, in the words of schema.org (https://schema.org), as JSON-LD."""

import json
from typing import Any

from .address import Addresses
from .concept import Concept
from .library import Library
from .locale import SOURCE, language_tag
from .page import Page
from .source import Bibliography

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TRAINED = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
UNKNOWN = ("unknown", "none", "")

Node = dict[str, Any]


def describe(page: Page, library: Library, addresses: Addresses, site_name: str) -> str:
    """The page's structured data as JSON, safe inside a script element.

    A source's page is the source's own work; its rights are not ours to license. A concept is a term of its set with
    each owner's wording as a quotation; it has no `description`, since no source defines it. The rest is ours.
    """
    key = page.locale, page.path
    if source := library.sources.get(key):
        node = _work(source.bibliography) | {"url": addresses.absolute(page)}
    elif concept := library.concepts.get(key):
        node = _term(concept, library, addresses)
    else:
        node = {"@type": "WebPage", "name": page.title, "url": addresses.absolute(page), "license": LICENCE}
    site = {"@type": "WebSite", "name": site_name, "url": addresses.root}
    data = {"@context": "https://schema.org", **node, "inLanguage": language_tag(page.locale), "isPartOf": site}
    if translation := _translation(page, library):
        # A concept is no work: what it says of itself as a translation, the page about it says.
        data |= translation if node["@type"] == "WebPage" else {"mainEntityOfPage": {"@type": "WebPage", **translation}}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _translation(page: Page, library: Library) -> Node:
    """What a translation says of itself: of which page, whether it is a draft, and who reviewed it when."""
    summary, original = library.summary_of(page), library.original_of(page)
    if summary is None or original is None:
        return {}
    node: Node = {
        "translationOfWork": {"@type": "WebPage", "name": original.title, "inLanguage": SOURCE},
        "creativeWorkStatus": "Reviewed" if summary.is_reviewed else "Draft",
    }
    if summary.machine:
        # https://schema.org/digitalSourceType takes the vocabulary of the IPTC.
        node["digitalSourceType"] = TRAINED
    if summary.is_reviewed:
        names = dict.fromkeys(review.reviewer for review in summary.reviews)
        persons = [{"@type": "Person", "name": name} for name in names]
        node |= {"reviewedBy": persons[0] if len(persons) == 1 else persons, "lastReviewed": summary.date}
    return node


def _work(known: Bibliography) -> Node:
    """A source as a creative work. What is unknown is left out: a machine cannot read "unknown"."""
    owner = {"@type": "Organization", "name": known.owner} if known.owner not in UNKNOWN else ""
    fields = {
        "name": known.title,
        "creator": owner,
        "copyrightHolder": owner,
        "identifier": known.number,
        "datePublished": known.date,
        "sameAs": known.leads_to,
    }
    return {"@type": "CreativeWork"} | {name: value for name, value in fields.items() if value not in UNKNOWN}


def _term(concept: Concept, library: Library, addresses: Addresses) -> Node:
    quotations = [
        {
            "@type": "Quotation",
            "text": " ".join(quotation.words),
            "url": addresses.absolute(source.page, quotation.anchor),
            "isPartOf": _work(source.bibliography),
        }
        for quotation in library.wordings_of(concept)
        if (source := library.source_of(quotation))
    ]
    counted = library.set_of(concept.page.locale, concept.kind)
    node: Node = {"@type": "DefinedTerm", "name": concept.title, "termCode": f"{concept.kind}-{concept.number}"}
    if counted:
        url = addresses.absolute(counted.page)
        node["inDefinedTermSet"] = {"@type": "DefinedTermSet", "name": counted.page.title, "url": url}
    return node | {"url": addresses.absolute(concept.page), "subjectOf": quotations}
