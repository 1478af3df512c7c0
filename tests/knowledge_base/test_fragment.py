"""Fragments: the HTML of an article, in which words are marked and passages and quotations are found."""

from functools import partial
from typing import Any

from harness import each_case
from knowledge_base.fragment import build, elements_of_passage, mark, parse, put_after, quotations_in, serialize


@each_case("knowledge_base/cases/fragments.yml", "marked")
def test_words_are_marked_where_they_stand(case: dict[str, str]) -> None:
    """Words are wrapped wherever they stand in the text, outside links; all else stays as it was."""
    root = parse(case["html"])
    made = mark(list(root), case["words"], partial(build, "mark"))
    assert serialize(root) == case["marked"]
    assert set(made) == set(root.iter("mark"))


@each_case("knowledge_base/cases/fragments.yml", "kept")
def test_an_article_stays_as_it_was(case: list[str]) -> None:
    """An article that is read and written again is the same, letter by letter, in HTML's own spelling."""
    assert [serialize(parse(article)) for article in case] == case


@each_case("knowledge_base/cases/fragments.yml", "passages")
def test_a_passage_is_a_stretch_of_elements(case: dict[str, Any]) -> None:
    """The elements of a passage are those whose words are the passage's."""
    assert [element.text_content() for element in elements_of_passage(parse(case["html"]), "a")] == case["elements"]


@each_case("knowledge_base/cases/fragments.yml", "quotations")
def test_quotations_are_found_in_blockquotes(case: dict[str, Any]) -> None:
    """A quotation is what stands in a blockquote up to a line with a dash and a link, that line included."""
    found = quotations_in(parse(case["html"]))
    assert [[element.text_content() for element in elements] for elements in found] == case["quotations"]


def test_an_element_is_built_of_texts_and_elements() -> None:
    """Texts and elements come in the given order, escaped, and attributes keep their names."""
    built = build("p", "a < b ", build("b", "c"), " d", "e", class_="x", data_y="<")
    put_after(built[0], build("i"))
    assert serialize(build("div", built)) == '<p class="x" data-y="&lt;">a &lt; b <b>c</b><i></i> de</p>'
