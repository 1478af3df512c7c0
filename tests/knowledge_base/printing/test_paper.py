"""What goes on paper of an article, and how two languages stand side by side."""

import base64

from lxml import html
from lxml.html import HtmlElement

from knowledge_base.printing.bilingual import side_by_side
from knowledge_base.printing.paper import Chapter, Wording, chapter, cover, document, on_paper

WORDING = Wording('The "site"', "Page {page} of {pages}", "On the screen:", "QR code of {address}")


def page(article: str, locale: str = "en", state: str = "") -> Chapter:
    """A page on its way to paper."""
    return Chapter(article, locale, state, f"https://kb.example/{locale}/a/", "A")


def test_what_only_a_screen_can_do_stays_away() -> None:
    """Signs of headings, hidden controls, the English below a translation and explained terms leave no trace."""
    root = on_paper(
        '<h1>A<a class="headerlink" href="#a"></a></h1><div class="kb-on-screen">x</div><p hidden>y</p>'
        '<details class="kb-original"><summary>z</summary></details>'
        '<p>The <a class="kb-term" title="explained">term</a></p>'
    )
    assert html.tostring(root, encoding="unicode") == "<div><h1>A</h1><p>The term</p></div>"


def test_what_the_english_changed_since_is_said_in_a_line() -> None:
    """Paper cannot open anything: the line stays, both versions go."""
    root = on_paper('<p>Old</p><details class="kb-changed"><summary>Changed</summary><p>Before</p></details>')
    assert html.tostring(root, encoding="unicode") == '<div><p>Old</p><p class="kb-changed">Changed</p></div>'


def test_a_drawing_is_a_picture_with_a_text() -> None:
    """Only a picture has a text alternative in a PDF: the drawing's name becomes it."""
    root = on_paper('<svg class="kb-wheel" aria-label="A wheel" viewBox="0 0 1 1"><path d="M0 0"/></svg>')
    image = root.find("img")
    assert image is not None
    assert (image.get("alt"), image.get("class")) == ("A wheel", "kb-wheel")
    assert str(image.get("src")).startswith("data:image/svg+xml;base64,")


def test_a_chapter_ends_with_its_address_and_its_state() -> None:
    """Who holds the paper finds the page again, and knows what the translation is."""
    ending = chapter(page("<h1>A</h1>", "km", "សេចក្តីព្រាង"), WORDING).find_class("kb-ending")[0]
    assert [each.get("alt") for each in ending.iter("img")] == ["QR code of https://kb.example/km/a/"]
    texts = [each.text_content().replace("\u200b", "") for each in ending.iter("p")]
    assert texts == ["On the screen: https://kb.example/km/a/", "សេចក្តីព្រាង"]


def test_the_margin_counts_the_pages_in_the_readers_words() -> None:
    """The number and the count stand where the language has them, beside the title of the sheet."""
    whole = document("T", [], "tl", WORDING)
    assert '<html lang="fil">' in whole
    assert "content: string(sheet)" in whole
    assert 'content: "Page " counter(page) " of " counter(pages) ""' in whole


def test_a_booklet_begins_with_its_contents() -> None:
    """The title, what is in it, and the address of the page that leads to all of it."""
    front, *chapters = cover("All", [page("<h1>One</h1>"), page("<h1>Two</h1>")], WORDING)
    assert [str(link.get("href")) for link in front.iter("a")] == [f"#{each.get('id')}" for each in chapters]
    assert "https://kb.example/en/" in front.text_content()
    assert "https://kb.example/en/a/" not in front.text_content()


def rows(left: str, right: str) -> list[list[str]]:
    """The texts of each row of an English and an Indonesian article."""
    both = side_by_side(page(left), page(right, "id"), WORDING)
    return [[cell.text_content().strip() for cell in row] for row in both.find_class("kb-row")]


def test_each_block_stands_beside_its_translation() -> None:
    """Headings, paragraphs, items of lists, and what stands together in a box, one by one."""
    assert rows(
        '<h1>A</h1><ul><li>One</li><li>Two</li></ul><div class="kb-included"><p>In</p><p>Out</p></div>',
        '<h1>B</h1><ul><li>Satu</li><li>Dua</li></ul><div class="kb-included"><p>Masuk</p><p>Keluar</p></div>',
    ) == [["A", "B"], ["One", "Satu"], ["Two", "Dua"], ["In", "Masuk"], ["Out", "Keluar"]]


def test_numbers_of_lists_go_on_in_both_languages() -> None:
    """The second item is number 2 though it stands in a list of its own; an item that says its number keeps it."""
    both = side_by_side(page("<ol><li>A</li><li>B</li></ol>"), page('<ol><li value="7">C</li><li>D</li></ol>'), WORDING)
    assert [each.get("style") for each in both.iter("ol")] == [f"counter-reset: list-item {n}" for n in (0, 6, 1, 1)]


def test_what_one_side_lacks_stays_empty_and_parts_no_others() -> None:
    """A heading that only one page has is alone in its row; what follows is side by side again."""
    assert rows("<h1>A</h1><table></table><p>One</p>", "<h1>B</h1><p>Satu</p>") == [
        ["A", "B"],
        ["", ""],
        ["One", "Satu"],
    ]


def source_of(image: HtmlElement) -> str:
    """The drawing that an image holds."""
    return base64.b64decode(str(image.get("src")).partition("base64,")[2]).decode()


def test_a_drawing_in_a_picture_is_a_document_of_its_own() -> None:
    """It says once that it is SVG, and keeps what it shows; what stands behind it stays there."""
    root = on_paper(
        '<p>a<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>b</p><svg xmlns="http://www.w3.org/2000/svg"></svg>'
    )
    first, second = root.iter("img")
    assert [source_of(each).count("http://www.w3.org/2000/svg") for each in (first, second)] == [1, 1]
    assert 'd="M0 0"' in source_of(first)
    assert (first.tail, first.get("alt"), first.get("class")) == ("b", "", "")
    assert source_of(first).endswith("</svg>")


def test_tables_that_are_too_wide_for_half_a_page_stand_one_above_the_other() -> None:
    """Such with more than two columns; others stand side by side."""
    wide, narrow = ("<table><thead><tr>" + "<th>A</th>" * columns + "</tr></thead></table>" for columns in (3, 2))
    both = side_by_side(page(wide + narrow), page(wide + narrow, "tl"), WORDING)
    assert [each.get("lang") for each in both if not each.get("class")] == ["en", "fil"]
    assert [[len(cell.findall(".//th")) for cell in row] for row in both.find_class("kb-row")] == [[2, 2]]


def test_a_room_to_draw_is_one_for_both_languages() -> None:
    """It lies over the whole width, and what leads to it stays on its page."""
    room = '<div class="kb-drawing"></div>'
    both = side_by_side(page(f"<p>A</p>{room}<!-- c --><p>B</p>"), page(f"<p>C</p>{room}<p>D</p>", "id"), WORDING)
    assert [str(each.get("class")) for each in both] == ["kb-row kb-row--heading", "kb-drawing", "kb-row", "kb-ending"]


def test_lists_go_on_counting_and_keep_their_class() -> None:
    """A list that begins at another number, too; items of lists without numbers have none."""
    both = side_by_side(
        page('<ol start="3" class="kb-room"><li>A</li><li>B</li></ol>'), page("<ul><li>C</li></ul>"), WORDING
    )
    assert [(each.get("class"), each.get("style")) for each in both.iter("ol")] == [
        ("kb-room", "counter-reset: list-item 2"),
        ("kb-room", "counter-reset: list-item 3"),
    ]
    assert [each.keys() for each in both.iter("ul")] == [[]]
