"""What goes on paper of an article, and how two languages stand side by side."""

from lxml import html

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
