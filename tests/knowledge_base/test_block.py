"""Blocks: a page as its headings, paragraphs, items, terms, cells and code, with lines, anchors and links."""

from dataclasses import asdict
from typing import Any

from harness import each_case
from knowledge_base.block import Block, read_blocks


def described(block: Block) -> dict[str, Any]:
    """What is not empty of a block."""
    fields = asdict(block) | {"links": [asdict(link) for link in block.links]}
    return {name: value for name, value in fields.items() if value}


@each_case("knowledge_base/cases/blocks.yml")
def test_a_text_is_read_as_blocks(case: dict[str, Any]) -> None:
    """Each block has its kind, its words, its anchor, its line and its links, and says in what it stands."""
    assert [described(block) for block in read_blocks(case["markdown"])] == case["blocks"]


def test_lines_are_those_of_the_file() -> None:
    """A text that begins further down in its file has blocks and links with the lines of the file."""
    (block,) = read_blocks("\nWords\n[a](b.md)", start=10)
    assert (block.line, block.links[0].line) == (11, 12)
