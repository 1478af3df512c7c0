"""A screen reader says each passage in its own language: every page tells which one that is (WCAG 3.1.1, 3.1.2)."""

import pytest
from lxml import html
from lxml.html import HtmlElement

from harness import Built, each_case
from languages import unmarked


def pages_of(site: Built) -> dict[str, HtmlElement]:
    """All pages of the site, with the one for what is not found."""
    files = sorted(site.folder.rglob("*.html"))
    return {str(file.relative_to(site.folder)): html.document_fromstring(file.read_bytes()) for file in files}


@each_case("site/cases/language-of-parts.yml")
def test_what_is_not_marked_is_found(case: dict[str, object]) -> None:
    """Letters and small words tell of words in another language than the page says."""
    assert list(unmarked(html.document_fromstring(str(case["html"])))) == case["found"]


def test_each_passage_says_its_language(site: Built) -> None:
    """On every page, words in another language than the page's are marked with theirs."""
    assert [f"{path}: {fault}" for path, page in pages_of(site).items() for fault in unmarked(page)] == []


@pytest.mark.parametrize("locale", ["th", "vi", "id", "km", "lo", "tl"])
def test_without_the_marks_it_would_be_found(site: Built, locale: str) -> None:
    """The English words of a source are found on its translated page as soon as nothing marks them."""
    page = site.page(f"{locale}/sources/ilo-resolution/")
    marked = page.xpath("//article//*[@lang='en']")
    for each in marked:
        del each.attrib["lang"]
    assert len(list(unmarked(page))) > len(marked) / 2
