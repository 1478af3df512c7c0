"""An article of the site as it goes on paper: a whole HTML document, without what only a screen can do."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from lxml import etree, html
from lxml.html import HtmlElement

from ..fragment import build, parse, take_out
from ..locale import language_tag
from .line_breaks import open_lines
from .qr import qr_svg

# What is no use on paper, or repeats in English what the handout says.
LEFT_OUT = ("headerlink", "kb-original", "kb-references", "kb-on-screen", "kb-to-print", "kb-from")


@dataclass(frozen=True)
class Wording:
    """What the paper itself says, in the reader's language.

    site      the name of the site
    page_of   "Page {page} of {pages}"
    on_screen what stands beside the address: "This page on the screen:"
    qr        the text alternative of the QR code: "QR code of the address {address}"
    """

    site: str
    page_of: str
    on_screen: str
    qr: str


@dataclass(frozen=True)
class Chapter:
    """One page on its way to paper.

    article the HTML of its article, as it is woven
    locale  the language of the page
    state   what a translation says of itself; "" in English
    address the page's address on the site
    title   its title
    """

    article: str
    locale: str
    state: str
    address: str
    title: str


def document(title: str, chapters: Sequence[HtmlElement], locale: str, wording: Wording) -> str:
    """The HTML document of the chapters, each as `chapter` or `side_by_side` makes it."""
    tag = language_tag(locale)
    body = build("body", *chapters, data_md_color_scheme="default")
    head = build("head", build("meta", charset="utf-8"), build("title", title))
    head.append(build("meta", name="author", content=wording.site))
    head.append(build("style", margins(wording)))
    return "<!doctype html>\n" + html.tostring(build("html", head, body, lang=tag), encoding="unicode")


def margins(wording: Wording) -> str:
    """What stands in the margin of each page: the sheet's title, the page's number and how many there are."""
    number = wording.page_of.replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')
    font = "font: 11pt var(--kb-sans)"
    return (
        "h1 { string-set: sheet content() } "
        f'@page {{ @bottom-left {{ content: string(sheet); {font} }} @bottom-right {{ content: "{number}"; {font} }} }}'
    )


def chapter(page: Chapter, wording: Wording) -> HtmlElement:
    """The page as one part of a document: the article, what the translation is, the address to read and to scan."""
    article = on_paper(page.article)
    article.tag = "article"
    article.set("class", "md-typeset md-content__inner")
    article.set("lang", language_tag(page.locale))
    article.append(ending(page, wording))
    open_lines(article, page.locale)
    return article


def cover(title: str, pages: Sequence[Chapter], wording: Wording) -> list[HtmlElement]:
    """The parts of a booklet: its first page with the title, the contents and what holds for all of it; the pages."""
    first = pages[0]
    parts = [chapter(page, wording) for page in pages]
    contents = build("ol")
    for number, (page, part) in enumerate(zip(pages, parts, strict=True), start=1):
        part.set("id", f"chapter-{number}")
        contents.append(build("li", build("a", page.title, href=f"#chapter-{number}")))
    front = build("article", build("h1", title), contents, class_="md-typeset md-content__inner kb-cover")
    # The address of the folder that the pages lie in: the page that leads to all of them.
    folder = first.address.rstrip("/").rpartition("/")[0] + "/"
    front.append(ending(replace(first, address=folder), wording))
    open_lines(front, first.locale)
    return [front, *parts]


def ending(page: Chapter, wording: Wording) -> HtmlElement:
    """The last lines of a page on paper."""
    code = html.fragment_fromstring(qr_svg(page.address, wording.qr.format(address=page.address)))
    where = build("p", wording.on_screen, " ", build("span", page.address, class_="kb-address"))
    lines = [where, *([build("p", page.state)] if page.state else [])]
    return build("div", code, build("div", *lines), class_="kb-ending")


def on_paper(article: str) -> HtmlElement:
    """The article as a tree without what only a screen can do; drawings are images with a text alternative."""
    root = parse(article)
    take_out(root, LEFT_OUT)
    for part in root.xpath(".//*[@hidden]"):
        part.drop_tree()
    for part in root.find_class("kb-changed"):
        # Of what the English changed since, the line that says so.
        summary = part.find("summary")
        if summary is not None:
            part.addprevious(build("p", summary.text_content(), class_="kb-changed"))
            part.drop_tree()
    for term in [*root.find_class("kb-term"), *root.find_class("kb-mark")]:
        term.drop_tag()
    for part in root.iter():
        if isinstance(part.tag, str):
            part.attrib.pop("title", None)
    for drawing in list(root.iter("svg")):
        drawing.addprevious(_image_of(drawing))
        drawing.drop_tree()
    return root


def _image_of(drawing: HtmlElement) -> HtmlElement:
    """A drawing as an image that holds it: only an image has a text alternative in a PDF."""
    source = etree.tostring(cast(etree._Element, drawing), with_tail=False)
    if b"xmlns=" not in source:
        source = source.replace(b"<svg", b'<svg xmlns="http://www.w3.org/2000/svg"', 1)
    address = "data:image/svg+xml;base64," + base64.b64encode(source).decode()
    image = build("img", src=address, alt=drawing.get("aria-label", ""), class_=drawing.get("class", ""))
    image.tail = drawing.tail
    drawing.tail = None
    return image
