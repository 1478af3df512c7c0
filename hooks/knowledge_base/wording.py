"""Do these words stand in that passage? And if not: which come nearest?"""

import difflib
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

OMISSION = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
# What binds the next letter to the one before: Khmer's coeng, Myanmar's virama.
STACKERS = ("\u17d2", "\u1039")


@dataclass(frozen=True)
class Span:
    """A stretch of a text: the index of its first character, and the index after its last."""

    start: int
    end: int


def tidy(text: str) -> str:
    """The text in Unicode's composed form (NFC), each run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def find_words(quoted: str, passage: str) -> list[Span] | None:
    """Where the quoted words stand in the passage, a span for each stretch between omissions; None if they do not.

    Both texts are taken as `tidy` gives them. Only the case of the first letter may differ. The stretches stand in the
    passage in the same order, and none begins or ends inside a word.
    """
    passage = tidy(passage)
    stretches = [stretch for stretch in OMISSION.split(tidy(quoted)) if stretch]
    spans: list[Span] = []
    position = 0
    for index, stretch in enumerate(stretches):
        span = _find(stretch, passage, position, any_case=index == 0)
        if not span:
            return None
        spans.append(span)
        position = span.end
    return spans or None


def _find(stretch: str, passage: str, position: int, *, any_case: bool) -> Span | None:
    first = {stretch[0], stretch[0].lower(), stretch[0].upper()} if any_case else {stretch[0]}
    while True:
        starts = [at for letter in first if (at := passage.find(letter + stretch[1:], position)) >= 0]
        if not starts:
            return None
        span = Span(min(starts), min(starts) + len(stretch))
        if not (inside_word(passage, span.start) or inside_word(passage, span.end)):
            return span
        position = span.start + 1


def inside_word(text: str, index: int) -> bool:
    """Whether a cut before `text[index]` would split a word or a number.

    Scripts without spaces can be cut between clusters: a letter with its marks.
    """
    if not 0 < index < len(text):
        return False
    before, after = text[index - 1], text[index]
    if unicodedata.category(after).startswith("M") or before in STACKERS:
        return True
    if before.isdigit() and after.isdigit():
        return True
    return all(char.isalnum() and (char.isascii() or "LATIN" in unicodedata.name(char, "")) for char in (before, after))


def _tokens(text: str) -> list[Span]:
    """The words of a text, each of the other signs, and in scripts without spaces each cluster."""
    cuts = [index for index in range(len(text) + 1) if not inside_word(text, index)]
    return [Span(start, end) for start, end in pairwise(cuts) if not text[start:end].isspace()]


def nearest(quoted: str, passage: str) -> tuple[str, str]:
    """The part of the passage that comes nearest to the quoted words, and the first quoted words that differ from it.

    Compared word by word, so that it says what a person would point at. Where nothing is alike, there is no nearest.
    Words that differ, but stand further up in the quotation too, are followed by as many others as tell them apart.
    """
    passage, quoted = tidy(passage), OMISSION.sub(" ", tidy(quoted))
    theirs, ours = _tokens(passage), _tokens(quoted)
    matcher = difflib.SequenceMatcher(
        None,
        [passage[token.start : token.end].lower() for token in theirs],
        [quoted[token.start : token.end].lower() for token in ours],
        autojunk=False,
    )
    same = [match for match in matcher.get_matching_blocks() if match.size]
    if not same:
        return "", quoted
    # What was quoted before the first match and after the last stands for as many words of the passage.
    first = max(0, same[0].a - same[0].b)
    last = min(len(theirs), same[-1].a + len(ours) - same[-1].b)
    wording = passage[theirs[first].start : theirs[last - 1].end]
    for _, _, _, start, end in (code for code in matcher.get_opcodes() if code[0] in ("replace", "insert")):
        at = ours[start].start
        while end < len(ours) and quoted.find(quoted[at : ours[end - 1].end]) < at:
            end += 1
        return wording, quoted[at : ours[end - 1].end]
    return wording, quoted
