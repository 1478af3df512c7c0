"""Chapters of a book: articles of the site as XHTML."""

from pathlib import Path

from lxml import etree, html

from harness import each_case
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.editions.chapter import chapter_of
from knowledge_base.printing.line_breaks import ZERO_WIDTH_SPACE
from tiny_site import make_site

FILES = {
    "values/equity/index.html": "values-equity.xhtml",
    "sources/text/index.html": "sources-text.xhtml",
}
NAMESPACES = (' xmlns="http://www.w3.org/1999/xhtml"', ' xmlns:epub="http://www.idpf.org/2007/ops"')


@each_case("knowledge_base/editions/cases/chapters.yml")
def test_an_article_becomes_xhtml(case: dict[str, str], tmp_path: Path) -> None:
    """Links stay in the book or lead to the web; what only the site can do is left out; languages are said twice."""
    site = BuiltSite(make_site(tmp_path) / "site", ("en", "km"))
    article = html.fragment_fromstring(f"<article>{case['article']}</article>")
    body = chapter_of(article, "values/equity/index.html", FILES, site, case.get("locale", "en"))
    made = etree.tostring(body, encoding="unicode")
    for namespace in NAMESPACES:
        made = made.replace(namespace, "", 1)
    assert made.replace(ZERO_WIDTH_SPACE, "|") == f"<body>{case['chapter'].strip()}</body>"


def test_where_the_site_has_no_address_a_link_to_it_is_a_link_no_more(tmp_path: Path) -> None:
    """A site that does not say where it is published: the words of the link stay, and lead nowhere wrong."""
    folder = make_site(tmp_path) / "site"
    home = folder / "index.html"
    home.write_text(home.read_text(encoding="utf-8").replace('rel="canonical"', 'rel="up"'), encoding="utf-8")
    article = html.fragment_fromstring('<article><p><a href="../../translating/">Help</a></p></article>')
    body = chapter_of(article, "values/equity/index.html", FILES, BuiltSite(folder, ("en", "km")), "en")
    assert etree.tostring(body, encoding="unicode").endswith("<p>Help</p></body>")
