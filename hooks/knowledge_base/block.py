"""The blocks of a Markdown page, with their lines, anchors and links: what the rules look at."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin

# Python-Markdown's attribute lists: at the end of a heading, a term or a cell; below any other block, on a line of its
# own; right behind an inline element.
AT_END = re.compile(r"[ ]+\{:?[ ]*([^}\n]*)\}[ ]*$")
ON_LAST_LINE = re.compile(r"\s*\n[ ]*\{:?[ ]*([^}\n]*)\}[ ]*$")
BEHIND = re.compile(r"^\{:?[ ]*[^}\n]+\}")
INLINE = ("link_close", "em_close", "strong_close", "image", "code_inline")
# Without any of these signs an inline text is only text.
MARKUP = re.compile(r"[\\`*_\[\]<>&!]")
ANCHOR = re.compile(r"(?:^|\s)#([^\s#.=}]+)")
FAMILIES = {"bullet_list_open": "list", "ordered_list_open": "list"}
KINDS = {
    "heading_open": "heading",
    "admonition_title_open": "title",
    "list_item_open": "item",
    "dt_open": "term",
    "dd_open": "definition",
    "th_open": "cell",
    "td_open": "cell",
}


@dataclass(frozen=True)
class Link:
    """A link in a page: its words, its address as its author means it ("สอง.md", "a b.md"), the line of the file."""

    words: str
    address: str
    line: int


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, a list item's own text, a term or its definition, a table's cell, or code.

    kind      "heading", "paragraph", "item", "term", "definition", "cell", "title" (a note's) or "code"
    text      its words as a reader sees them, markup and attribute list removed, white space collapsed
    anchor    the id in its attribute list, or ""
    line      its first line in the file, from 1
    level     a heading's level, 1 to 6; else 0
    links     the links in it
    quotation the number of the blockquote that it stands in, from 1; else 0
    note      the type of the admonition that it stands in ("editors-note"), or ""
    list      the number of the innermost list that it stands in, from 1; else 0
    """

    kind: str
    text: str
    anchor: str
    line: int
    level: int = 0
    links: tuple[Link, ...] = ()
    quotation: int = 0
    note: str = ""
    list: int = 0


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin)
    parser.core.ruler.at("inline", _parse_marked_up)
    return parser


def _parse_marked_up(state: StateCore) -> None:
    """markdown-it's rule "inline" for the blocks that have markup; most have none, and take as long to look through."""
    for token in state.tokens:
        if token.type == "inline" and MARKUP.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def parse(markdown: str) -> list[Token]:
    """The tokens of a text as markdown-it gives them, with the blocks that our pages have beyond CommonMark."""
    return _parser().parse(markdown)


def read_blocks(markdown: str, start: int = 1) -> tuple[Block, ...]:
    """The blocks of a text in order; `start` is the line of the file on which the text begins."""
    return blocks_in(parse(markdown), start)


def blocks_in(tokens: Sequence[Token], start: int = 1) -> tuple[Block, ...]:
    """The blocks in a text that is parsed already; `start` as in `read_blocks`."""
    blocks: list[Block] = []
    containers: list[tuple[Token, int]] = []  # what is open around the token, each with its number among its kind
    seen: Counter[str] = Counter()
    for token in tokens:
        if token.nesting == 1:
            family = FAMILIES.get(token.type, token.type)
            seen[family] += 1
            containers.append((token, seen[family]))
        elif token.nesting == -1:
            containers.pop()
        elif token.type in ("inline", "fence", "code_block"):
            blocks.append(_read_block(token, containers, start))
    return tuple(blocks)


def _read_block(token: Token, containers: list[tuple[Token, int]], start: int) -> Block:
    found = {FAMILIES.get(container.type, container.type): number for container, number in containers}
    notes = [str(container.meta.get("tag", "")) for container, _ in containers if container.type == "admonition_open"]
    line = (token.map or [0])[0] + start
    kind, text, anchor = "code", token.content, ""
    links: tuple[Link, ...] = ()
    if token.type == "inline":
        kind = next((KINDS[each.type] for each, _ in containers[:-3:-1] if each.type in KINDS), "paragraph")
        text, anchor, links = _read_text(token, kind, line)
    return Block(
        kind=kind,
        text=text,
        anchor=anchor,
        line=line,
        level=int(containers[-1][0].tag[1:]) if kind == "heading" else 0,
        links=links,
        quotation=found.get("blockquote_open", 0),
        note=notes[-1] if notes else "",
        list=found.get("list", 0),
    )


def _read_text(token: Token, kind: str, line: int) -> tuple[str, str, tuple[Link, ...]]:
    """The words of a block without its attribute list, the anchor in that list, and the links."""
    form = AT_END if kind in ("heading", "term", "cell") else ON_LAST_LINE
    words, links = _read_words(token, line)
    attributes = form.search(token.content)
    anchor = ANCHOR.search(attributes[1]) if attributes else None
    return " ".join((form.sub("", words) if attributes else words).split()), anchor[1] if anchor else "", links


def _read_words(token: Token, line: int) -> tuple[str, tuple[Link, ...]]:
    """The words of a run of inline Markdown, and its links. Raw HTML is markup, not words."""
    if not token.children:
        return token.content, ()
    words: list[str] = []
    links: list[Link] = []
    opened: tuple[str, int, int] | None = None
    for before, child in pairwise([None, *token.children]):
        if not child:
            continue
        match child.type:
            case "text" if before and before.type in INLINE:
                words.append(BEHIND.sub("", child.content))
            case "text" | "code_inline":
                words.append(child.content)
            case "softbreak" | "hardbreak":
                words.append("\n")
                line += 1
            case "image":
                words.append(child.content)
            case "link_open":
                opened = unquote(str(child.attrGet("href") or "")), line, len(words)
            case "link_close" if opened:
                links.append(Link("".join(words[opened[2] :]), opened[0], opened[1]))
                opened = None
    return "".join(words), tuple(links)
