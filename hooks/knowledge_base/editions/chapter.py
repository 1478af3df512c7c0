"""A page's article as a chapter of a book: XHTML, without what only the site can do."""

from collections.abc import Mapping
from urllib.parse import quote

from lxml import etree
from lxml.html import HtmlElement

from ..fragment import build, take_out
from ..printing.line_breaks import open_lines
from .built_site import BuiltSite

XHTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"
EPUB = "http://www.idpf.org/2007/ops"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LEFT_OUT = ("headerlink", "kb-drawing", "kb-offer", "kb-on-screen", "kb-set__chosen", "kb-set__pages", "kb-to-print")
# Only an element of a form is described by one.
RENAMED = {"label": "span"}
# What scripts and pointers use, or what says again where the words come from; a title would be read out in books.
NOT_KEPT = ("cite", "tabindex", "title", "hreflang", "rel", "xmlns", "lang")
# HTML's parser writes all names small; XML knows the difference.
WRITTEN = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
VOID = ("br", "hr", "img", "wbr")


def chapter_of(
    article: HtmlElement, page: str, files: Mapping[str, str], site: BuiltSite, locale: str
) -> etree._Element:
    """The body of a chapter; the article is changed.

    page   the path of the article's page
    files  the chapters' files by the paths of their pages: a link to one of these stays inside the book
    locale of the book: in its script lines are opened, since some reading programs break them at spaces only
    """
    take_out(article, LEFT_OUT)
    for part in article.xpath(".//*[@hidden] | .//button | .//script"):
        part.drop_tree()
    for notice in article.find_class("kb-notice"):
        _shorten(notice)
    for link in article.xpath(".//a[@href]"):
        _lead(link, page, files, site)
    open_lines(article, locale)
    body = etree.Element(f"{{{XHTML}}}body", nsmap={None: XHTML, "epub": EPUB})
    _fill(body, article, XHTML)
    return body


def open_title(title: str, locale: str) -> str:
    """A title whose line is opened in the same way."""
    heading = build("h1", title)
    open_lines(heading, locale)
    return heading.text_content()


def _shorten(notice: HtmlElement) -> None:
    """Leaves of a notice what the translation is, and the way to the English page: the other links are for the site."""
    for paragraph in notice.iter("p"):
        for link in paragraph.findall("a"):
            if link.get("hreflang"):
                link.tail = None
            else:
                paragraph.remove(link)


def _lead(link: HtmlElement, page: str, files: Mapping[str, str], site: BuiltSite) -> None:
    """Makes a link lead to a chapter, or to the web; one that can do neither is a link no more."""
    found = site.target(page, link.attrib["href"])
    if found is None:
        return
    path, fragment = found
    address = quote(files[path]) if path in files else site.published(path)
    if path == page and fragment:
        address = ""
    if address is None:
        link.drop_tag()
    else:
        link.set("href", address + fragment)


def _fill(new: etree._Element, old: HtmlElement, namespace: str) -> None:
    """Fills an element of XHTML with the text, the attributes and the children of one of HTML."""
    new.text = old.text
    for child in old:
        if not isinstance(child.tag, str):
            _append_text(new, child.tail)
            continue
        space = SVG if child.tag == "svg" else namespace
        made = etree.SubElement(new, f"{{{space}}}{RENAMED.get(child.tag, child.tag)}", nsmap={None: space})
        for name, value in child.attrib.items():
            if name not in NOT_KEPT and not name.startswith("data-"):
                made.set(WRITTEN.get(name, name), value)
        if language := child.get("lang"):
            made.set(LANG, language)
            if space == XHTML:
                made.set("lang", language)
        _fill(made, child, space)
        if made.text is None and not len(made) and child.tag not in VOID:
            # Some readers take "<td/>" for a beginning without an end.
            made.text = ""
        made.tail = child.tail
        if child.tag == "svg":
            _name_drawing(made)


def _append_text(element: etree._Element, text: str | None) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + (text or "")
    else:
        element.text = (element.text or "") + (text or "")


def _name_drawing(drawing: etree._Element) -> None:
    """Gives a drawing its alternative in SVG's own words too: not all that read books aloud know the other."""
    words = drawing.get("aria-label")
    if words and drawing.find(f"{{{SVG}}}title") is None:
        title = etree.Element(f"{{{SVG}}}title")
        title.text = words
        drawing.insert(0, title)
