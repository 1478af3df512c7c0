"""How far a page is in a language, told by a sign, and where there is no page to link to."""

from collections import Counter
from pathlib import Path

import pytest

from harness import make_library, squeeze
from knowledge_base.address import Addresses
from knowledge_base.fragment import build, serialize
from knowledge_base.labels import Labels
from knowledge_base.page import Page
from knowledge_base.progress import Progress
from knowledge_base.progress_table import show_progress, sign_of

PAGE = Page("en", "a.md", "docs/en/a.md", {}, "", "", 1)


@pytest.mark.parametrize(
    ("counts", "sign"),
    [
        ({"draft": 2}, "draft"),
        ({"look": 2}, "draft"),
        ({"reviewed": 2}, "reviewed"),
        ({"reviewed": 2, "draft": 1}, "partly"),
        ({"reviewed": 2, "look": 1}, "partly"),
        ({"reviewed": 2, "stale": 1}, "stale"),
        ({"draft": 2, "missing": 1}, "stale"),
    ],
)
def test_a_sign_says_what_most_needs_to_be_known(counts: dict[str, int], sign: str) -> None:
    """What is behind comes before what was reviewed, and that before what is a draft; a page that is not there is."""
    assert sign_of(Progress("id", PAGE, True, Counter(counts), ())) == sign
    assert sign_of(Progress("id", PAGE, False, Counter(counts), ())) == "missing"


def test_a_build_of_one_language_links_to_no_other(tmp_path: Path) -> None:
    """Signs, titles and places stand there as words, each in its language, and nothing leads nowhere."""
    pages: dict[str, str | bytes] = {
        "../../mkdocs.yml": (
            "nav: [a.md, b.md]\nplugins:\n  - i18n:\n      languages:\n        - { locale: en, name: English }\n"
            "        - { locale: id, name: Indonesia }\n        - { locale: tl, name: Filipino }\n"
        ),
        "a.md": "---\ntitle: A\n---\n# A\n\nWords.\n",
        "b.md": "---\ntitle: B\n---\n# B\n",
        "../tl/a.md": "---\ntitle: Aa\n---\n# Aa\n",
    }
    library = make_library(tmp_path, pages)
    urls = {path: path.removesuffix(".md") + "/" for path in ("a.md", "b.md")}
    alone = Addresses(urls, "https://kb.example/", "tl/", True)
    root = build("div")
    show_progress(root, library.pages["tl", "a.md"], library, alone, Labels())
    rows = [[squeeze(serialize(cell)) for cell in row] for row in root.iterfind(".//tbody/tr")]
    missing = '<span title="missing" aria-label="missing" role="img">–</span>'
    assert [row[0] for row in rows] == ["Aa", "B"]
    assert [row[1] for row in rows] == [missing, missing]
    assert [row[0].get("lang") for row in root.iterfind(".//tbody/tr")] == [None, "en"]
    open_places = [[each.get("lang") for each in item] for item in root.iterfind(".//ul/li")]
    assert open_places == [["fil", "en"], ["id", "en"], ["id", "en"], ["fil", "en"]]
    assert [each.text_content() for each in root.iterfind(".//ul/li")][-1] == "Filipino, B: missing"
    assert list(root.iter("a")) == []
