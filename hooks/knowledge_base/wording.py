"""Do these words stand in that passage? And if not: which come nearest?"""

import difflib
import re
import unicodedata
from dataclasses import dataclass

OMISSION = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
# A word in the scripts that put spaces between words; a run of letters and marks in the others.
TOKEN = re.compile(r"\w+|[^\w\s]", re.UNICODE)


@dataclass(frozen=True)
class Span:
    """A stretch of a text: the index of its first character, and the index after its last."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


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
        if not (_inside_word(passage, span.start) or _inside_word(passage, span.end)):
            return span
        position = span.start + 1


def _inside_word(text: str, index: int) -> bool:
    """Whether a cut before `text[index]` would split a word. Scripts without spaces can be cut between clusters."""
    if not 0 < index < len(text):
        return False
    before, after = text[index - 1], text[index]
    if unicodedata.category(after).startswith("M"):
        return True
    return all(char.isalnum() and "LATIN" in unicodedata.name(char, "LATIN") for char in (before, after))


def nearest(quoted: str, passage: str) -> tuple[str, str]:
    """The part of the passage that comes nearest to the quoted words, and the first quoted words that differ from it.

    Compared word by word, so that it says what a person would point at. Both are "" where nothing is alike.
    """
    passage, quoted = tidy(passage), OMISSION.sub(" ", tidy(quoted))
    theirs, ours = list(TOKEN.finditer(passage)), list(TOKEN.finditer(quoted))
    matcher = difflib.SequenceMatcher(
        None, [token[0].lower() for token in theirs], [token[0].lower() for token in ours], autojunk=False
    )
    same = [match for match in matcher.get_matching_blocks() if match.size]
    if not same:
        return "", quoted
    # What was quoted before the first match and after the last stands for as many words of the passage.
    first = max(0, same[0].a - same[0].b)
    last = min(len(theirs), same[-1].a + len(ours) - same[-1].b)
    wording = passage[theirs[first].start() : theirs[last - 1].end()]
    for _, _, _, start, end in (code for code in matcher.get_opcodes() if code[0] in ("replace", "insert")):
        return wording, quoted[ours[start].start() : ours[end - 1].end()]
    return wording, quoted
