"""A set that readers put together: the script that hands a page over, and what is offered in another language."""

import json
from pathlib import Path

from harness import addresses_in, make_library
from knowledge_base.custom_set import offer_choice, scripts
from knowledge_base.fragment import build
from knowledge_base.inclusion import Content
from knowledge_base.labels import Labels

PAGES: dict[str, str | bytes] = {
    "../../mkdocs.yml": "nav: [set.md, values/equity.md, values/care.md]\n",
    "set.md": "---\ntitle: Set\nshows: custom set\n---\n",
    "values/equity.md": "---\ntitle: Equity\n---\n",
    "values/care.md": "---\ntitle: Care\n---\n",
    "../tl/set.md": "---\ntitle: Set\n---\n",
    "../tl/values/care.md": "---\ntitle: Pag-aalaga\n---\n",
}
ARTICLE = (
    '<h1 id="a">Ours „é”<a class="headerlink" href="#a"></a></h1><!-- c --><p id="b">A <a class="kb-term" '
    'href="../../glossary/">term</a> and <a href="../care/#x">care</a> and <a href="#b">this</a></p>'
    '<details class="kb-original">English</details><p class="kb-references">x</p><div class="kb-on-screen">y</div>'
)


def test_a_page_is_handed_over_as_a_script(tmp_path: Path) -> None:
    """Its article in its language, without what is not printed and without anchors; links lead from the set's page."""
    library = make_library(tmp_path, PAGES)
    contents = {path: Content(page, ARTICLE) for (locale, path), page in library.pages.items() if locale == "en"}
    contents["values/care.md"] = Content(library.pages["tl", "values/care.md"], "<p>A</p>")
    here, addresses = library.pages["en", "set.md"], addresses_in(library)
    made = dict(scripts(contents, here, addresses, "tl"))
    assert sorted(made) == ["sets/tl/values-care.js", "sets/tl/values-equity.js"]
    assert made["sets/tl/values-care.js"] == 'knowledgeBasePage("<section lang=\\"fil\\"><p>A</p></section>")\n'
    given = made["sets/tl/values-equity.js"]
    assert "é" in given
    assert json.loads(given.removeprefix("knowledgeBasePage(").removesuffix(")\n")) == (
        '<section lang="en"><h1>Ours „é”</h1><!-- c --><p>A term and <a href="../values/care/#x">care</a> and '
        '<a href="../values/equity/#b">this</a></p></section>'
    )


def test_pages_that_are_not_translated_are_offered_in_english(tmp_path: Path) -> None:
    """Their titles say so; the files are those of the reader's language."""
    library = make_library(tmp_path, PAGES)
    root = build("div")
    offer_choice(root, library.pages["tl", "set.md"], library, addresses_in(library), Labels("tl"))
    offered = [(box.get("value"), words.text, words.get("lang")) for box, words in root.iterfind(".//li/label")]
    assert offered == [
        ("../sets/tl/values-equity.js", "Equity", "en"),
        ("../sets/tl/values-care.js", "Pag-aalaga", None),
    ]
