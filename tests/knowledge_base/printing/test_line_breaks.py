"""Lines may break between words where a script has no spaces, and nothing else changes."""

import re

import pytest
from lxml import html

from knowledge_base.printing.checks import count_pages, lines_over_the_edge
from knowledge_base.printing.line_breaks import ZERO_WIDTH_SPACE, open_lines
from knowledge_base.printing.pdf import lay_out
from sample_handout import ADDRESS, OPENED, PACKAGES, WORDS, article, document, fonts

# A page as narrow as a column of a worksheet, and narrower cells on it.
NARROW = """
@page { size: 80mm 200mm; margin: 5mm }
html { font-size: 10pt }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
td, th { padding: 1mm }
:is(ul, ol) { padding-inline-start: 5mm }
:is(blockquote, figure, dd) { margin: 0 }
"""


def opened(text: str, locale: str) -> str:
    """The HTML with a bar where a line may break."""
    root = html.fragment_fromstring(text, create_parent="div")
    open_lines(root, locale)
    return html.tostring(root, encoding="unicode")[5:-6].replace(ZERO_WIDTH_SPACE, "|")


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("km", "<p>ពាក្យច្រើន។</p>", "<p>ពាក្យ|ច្រើន។</p>"),
        ("th", "<p>สร้างงานที่มี</p>", "<p>สร้าง|งาน|ที่|มี</p>"),
        ("lo", "<p>ສັງຄົມແລະຄວາມ</p>", "<p>ສັງຄົມ|ແລະ|ຄວາມ</p>"),
        # A word may be part bold, and a boundary may be the edge of what is bold.
        ("th", "<p>สร้<b>าง</b>งาน<b>ที่</b>มี</p>", "<p>สร้<b>าง|</b>งาน|<b>ที่|</b>มี</p>"),
        # A block ends a text; what stands after an inner list is a text of its own.
        ("th", "<ul><li>งาน<ul><li>งาน</li></ul>งาน</li></ul>", "<ul><li>งาน<ul><li>งาน</li></ul>งาน</li></ul>"),
        ("th", "<p>งาน<br>งาน</p>", "<p>งาน<br>งาน</p>"),
        # Code stays letter by letter, and so does another language; lines may break beside them.
        ("th", "<p>งาน<code>งานงาน</code>งาน</p>", "<p>งาน|<code>งานงาน</code>|งาน</p>"),
        ("th", "<pre>งานงาน</pre>", "<pre>งานงาน</pre>"),
        ("th", '<p lang="pi">งานงาน<b>งานงาน</b></p>', '<p lang="pi">งานงาน<b>งานงาน</b></p>'),
        ("th", '<p lang="th">งานงาน</p>', '<p lang="th">งาน|งาน</p>'),
        ("th", '<p>งาน<i lang="en">Fair work</i>งาน</p>', '<p>งาน<i lang="en">Fair work</i>งาน</p>'),
        # Where a break exists there is no second one, and Latin has its own.
        ("th", "<p>งาน งาน\u200bงาน a-b c</p>", "<p>งาน งาน|งาน a-b c</p>"),
        ("th", "<p>งาน<!-- งานงาน -->งาน</p>", "<p>งาน|<!-- งานงาน -->งาน</p>"),
        # Letters that UTF-16 writes in two units do not move what follows.
        ("th", "<p>𝒳 สร้างงาน</p>", "<p>𝒳 สร้าง|งาน</p>"),
        ("vi", "<p>งานงาน</p>", "<p>งานงาน</p>"),
    ],
)
def test_marks_stand_between_words(locale: str, text: str, expected: str) -> None:
    """A mark stands at each boundary that ICU gives inside a block, and nowhere else."""
    assert opened(text, locale) == expected


@pytest.mark.parametrize("locale", WORDS)
def test_words_stay_as_they_are(locale: str) -> None:
    """Without the marks the text is what it was."""
    root = html.fragment_fromstring(article(locale))
    open_lines(root, locale)
    marked = html.tostring(root, encoding="unicode")
    assert (ZERO_WIDTH_SPACE in marked) == (locale in OPENED)
    assert re.sub(ZERO_WIDTH_SPACE, "", marked) == html.tostring(
        html.fragment_fromstring(article(locale)), encoding="unicode"
    )


@pytest.mark.skipif(not PACKAGES.is_dir(), reason="the fonts are not installed: npm ci")
@pytest.mark.parametrize("locale", OPENED)
def test_no_line_runs_over_the_edge(locale: str) -> None:
    """In narrow columns and narrower cells each line ends before the edge."""
    laid_out = lay_out(document(locale), [NARROW], fonts(locale), ADDRESS)
    assert count_pages(laid_out) > 1
    assert lines_over_the_edge(laid_out) == []


@pytest.mark.skipif(not PACKAGES.is_dir(), reason="the fonts are not installed: npm ci")
@pytest.mark.parametrize("locale", ["km", "lo"])
def test_opening_lines_is_still_needed(locale: str) -> None:
    """Lines run over the edge if they are not opened: when this fails, Pango breaks them itself."""
    assert lines_over_the_edge(lay_out(document(locale, opened=False), [NARROW], fonts(locale), ADDRESS))
