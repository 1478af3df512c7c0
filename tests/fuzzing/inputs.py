"""Inputs for the fuzzed readers: mixtures of what they read, of what attackers write, and of chance."""

import re
from functools import cache

from hypothesis import strategies as st

from fuzzing.given import BETWEEN
from fuzzing.targets import TARGETS
from harness import PROJECT, read_cases

# What has broken programs before: ends of lines that only some count, what Python takes for digits or spaces, numbers
# that cannot be written out, what YAML, CSV, PO, XML and Markdown read in ways of their own.
SIGNS = [
    "", "\n", "\n\n", "\r", "\r\n", "\t", "\x00", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\u2000",
    "\u3000", "\ufeff", "\u200b", "\u202e", "\u0301", "\u0e33", "\u17d2", "\u212b", "²", "٣", "๓", "ﬁ", "İ", "ß",
    "\U0001f469\u200d\U0001f469", "\ufffe", "1" * 5000, "0x" + "f" * 5000, "1:" * 3000 + "1", "[" * 30, "{" * 30,
    "- " * 30, "> " * 150, "a:\n" + " " * 99, "*" * 3000, "!!python/name:os.system ", "&a ", "*a", "<<: ", ": ", "# ",
    "---\n", "...\n", "? ", "| ", "|\n ", ">-\n ", "~", "null", "yes", "no", "1e999", "0b1", "0o7", "1_000", ".nan",
    "2022-13-45", "2022-06-10", "2022-06-10 25:61:61", "=", "'", '"', "\\", '\\"', "\\x", "\\u", "%", "%s", "{0}",
    "{count}", "{", "}", "{ #", "{: #a }", "{ .include }", "{ lang=en }", "![", "](", "](#", "[", "]", "<", ">", "</",
    "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;", "&#x110000;", "&lt;",
    "&amp;", "nplurals=99999999", "nplurals=x; plural=", "msgid", "msgstr[99999999]", "msgstr[", "msgctxt",
    'msgid ""\nmsgstr ""\n', "#~", "#|", "#:", "#, fuzzy", "charset=utf-16", "charset=x", "Language: th", ";", ",",
    '"""', "|", "|---|", "```", "~~~", "    ", ":   ", "!!! ", "!!! note", "- ", "1. ", "1" * 12 + ". ", "===",
    "* * *", "— ", "> — [a](sources/ilo.md#one)", "[a]: b", "[^1]", "\\\n", "  \n", "http://", "https://www.ilo.org/",
    "mailto:a@b.c", "<a@b.c>", "javascript:", "data:", "//", "../", "?", "#", "%00", "%ff", "sources/ilo.md",
    "xmlns=", "xlink:href=", "style=", "onload=", "a.md", BETWEEN,
]  # fmt: skip


@cache
def pieces() -> list[str]:
    """Words and signs of the hostile contributions that the tests have."""
    texts = [
        case.get("page") or case.get("text", "")
        for file in sorted((PROJECT / "tests" / "knowledge_base" / "cases" / "hostile").glob("*.yml"))
        for case in read_cases(f"knowledge_base/cases/hostile/{file.name}").values()
    ]
    return sorted({piece for text in texts for piece in re.findall(r"[\w.:/-]{1,40}|\s+|[^\w\s]", text)})


@cache
def inputs_for(name: str) -> st.SearchStrategy[bytes]:
    """Inputs for one target: what it reads, changed in a few places; mixtures; any text; any bytes."""
    seeds = TARGETS[name].seeds
    own = sorted({piece for seed in seeds for piece in re.findall(r"\w+|\s+|[^\w\s]+", seed)})
    piece = st.one_of(st.sampled_from(SIGNS), st.sampled_from(own), st.sampled_from(pieces()), st.text(max_size=3))
    mixture = st.lists(piece, max_size=8).map("".join)
    change = st.tuples(st.integers(0, 999), st.integers(0, 12), piece)
    changed = st.tuples(st.sampled_from(seeds), st.lists(change, min_size=1, max_size=4)).map(lambda two: _change(*two))
    return st.one_of(
        changed.map(_encode), mixture.map(_encode), st.tuples(changed, mixture).map(lambda two: _encode("".join(two))),
        st.text(max_size=60).map(_encode), st.binary(max_size=60),
    )  # fmt: skip


def _change(text: str, changes: list[tuple[int, int, str]]) -> str:
    """The text with pieces put in, each at so many thousandths of its length and in place of so many letters."""
    for place, gone, piece in changes:
        at = len(text) * place // 1000
        text = text[:at] + piece + text[at + gone :]
    return text


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
