"""A set that a reader puts together: what there is to choose from, and each page as a script that hands it over.

A script, since a page that was opened from a folder may load scripts and nothing else; it is loaded only when its page
was chosen.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from posixpath import dirname

from lxml.html import HtmlElement

from .address import Addresses
from .fragment import build, parse, serialize, take_out
from .inclusion import Content
from .labels import Labels
from .library import Library
from .locale import language_tag
from .page import Page

SHOWS = "custom set"
FOLDER = "sets"
# What is not printed, and is not to be carried over prepaid data.
LEFT_OUT = ("headerlink", "kb-original", "kb-references", "kb-on-screen")


def file_of(page: Page, locale: str) -> str:
    """Where the script of a page lies below the site's root: "sets/lo/values-equity.js"."""
    return f"{FOLDER}/{locale}/{page.path.removesuffix('.md').replace('/', '-')}.js"


def offer_choice(root: HtmlElement, page: Page, library: Library, addresses: Addresses, labels: Labels) -> None:
    """Adds to the page, hidden until its script shows them, the pages to choose from and the place for the set."""
    pages = (each for each in library.pages_in(page.locale) if each.meta.get("shows") != SHOWS)
    groups = [_group(list(each), page, addresses, labels) for _, each in groupby(pages, _folder)]
    marks = {"up": labels("Up"), "down": labels("Down"), "out": labels("Take out")}
    acts = [build("button", words, type="button", data_act=name, hidden="") for name, words in marks.items()]
    chosen = build("ol", class_="kb-set__chosen")
    make = build("button", labels("Put together"), type="button", data_act="make")
    print_it = build("button", labels("Print"), type="button", data_act="print", hidden="")
    root.append(
        build(
            "div",
            build("h2", labels("Pages to choose from")),
            *groups,
            build("h2", labels("Your set")),
            chosen,
            *acts,
            build("p", make, " ", print_it, class_="kb-controls"),
            build("p", role="status"),
            class_="kb-on-screen",
            id="set-choice",
            hidden="",
            data_none=labels("Nothing is chosen yet."),
            data_count=labels("Your set has {count} pages."),
            data_unreadable=labels("This page cannot be opened here: {title}"),
        )
    )
    root.append(build("div", id="set-made"))


def scripts(
    contents: Mapping[str, Content], here: Page, addresses: Addresses, locale: str
) -> Iterator[tuple[str, str]]:
    """The file of each page, and the script that hands its article over, with links that lead from the page `here`."""
    for page, article in contents.values():
        if page.meta.get("shows") != SHOWS:
            given = json.dumps(_carried(page, article, here, addresses), ensure_ascii=False)
            yield file_of(page, locale), f"knowledgeBasePage({given})\n"


def _folder(page: Page) -> str:
    return dirname(page.path)


def _group(pages: list[Page], here: Page, addresses: Addresses, labels: Labels) -> HtmlElement:
    boxes = []
    for page in pages:
        address = addresses.to_file(here, file_of(page, labels.locale))
        box, words = build("input", type="checkbox", value=address), build("span", page.title)
        if page.locale != labels.locale:
            words.set("lang", language_tag(page.locale))
        boxes.append(build("li", build("label", box, " ", words)))
    return build("ul", *boxes, class_="kb-set__pages")


def _carried(page: Page, article: str, here: Page, addresses: Addresses) -> str:
    root = parse(article)
    take_out(root, LEFT_OUT)
    for term in root.find_class("kb-term"):
        term.drop_tag()
    for part in root.iter():
        if isinstance(part.tag, str):
            # Two pages may have the same anchors.
            part.attrib.pop("id", None)
            if href := part.get("href"):
                part.set("href", addresses.carried(href, page, here))
    return f'<section lang="{language_tag(page.locale)}">{serialize(root)}</section>'
