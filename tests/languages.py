"""In which language words are, as far as their letters and small words tell; and what a page says of them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

SCRIPTS = {"th": "THAI", "km": "KHMER", "lo": "LAO"}
# Small words that one of the languages has and none of the others.
SMALL = {
    "en": "the of and is are was were to for with by that this which from their they be has have not it or we you",
    "id": "yang dan untuk dengan dari tidak ini itu adalah pada oleh dalam atau juga akan kita kami mereka bisa",
    "fil": "ang ng mga sa na ay at para hindi ito kung nang kay nila namin natin may walang dahil",
    "vi": "và của các là những cho không được một trong với người có này khi để về từ đã cũng",
}
OF_WORDS = {word: language for language, words in SMALL.items() for word in words.split()}
# Read aloud, or shown when something is pointed at.
SAID = ("alt", "aria-label", "title", "placeholder")
UNSAID = {"script", "style", "template", "noscript", "link", "meta"}
# So many small words, and no fewer of all words than one in so many, tell a language.
FEWEST, ONE_IN = 2, 6
# Where other letters are in use, so many words in Latin ones on end are a passage. Names are no passage (WCAG 3.1.2),
# nor are short forms and addresses, which are no words.
PASSAGE = 3
NAMES = re.compile(
    "Women in Informal Employment: Globalizing and Organizing|HomeNet Southeast Asia|Asian Solidarity Economy Council"
    "|Creative Commons Attribution|Material for MkDocs|SIL Open Font License",
    re.IGNORECASE,
)
WORD = re.compile(r"(?<!\S)[(“\"]?[A-Za-z]?[a-z’']+[)”\",;:.!?…]*(?!\S)")
OTHER_LETTERS = r"\u0e00-\u0eff\u1780-\u17ff"


def language_of(text: str) -> str | None:
    """The language of a text, None where neither letters nor small words tell."""
    letters = [_script(sign) for sign in text if unicodedata.category(sign) == "Lo"]
    for language, script in SCRIPTS.items():
        if letters and letters.count(script) * 2 > len(letters):
            return language
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts: dict[str, int] = {}
    for word in words:
        if word in OF_WORDS:
            counts[OF_WORDS[word]] = counts.get(OF_WORDS[word], 0) + 1
    best = max(counts, key=lambda language: counts[language], default=None)
    if best is None or counts[best] < FEWEST or counts[best] * ONE_IN < len(words):
        return None
    return best


def unmarked(page: HtmlElement) -> Iterator[str]:
    """The words of a page that are in another language than it says: what it says, what they are, and the words."""
    for text, said in _texts(page):
        for words, language in _runs(text, said):
            if language is not None and language != said:
                yield f"{said} is {language}: {words}"


def _runs(text: str, said: str) -> Iterator[tuple[str, str | None]]:
    """The parts of a text that are in one kind of letters, each with its language."""
    for run in re.findall(f"[{OTHER_LETTERS}]+|[^{OTHER_LETTERS}]+", text):
        if said not in SCRIPTS or re.match(f"[{OTHER_LETTERS}]", run):
            yield run.strip(), language_of(run)
        elif len(WORD.findall(NAMES.sub("", run))) >= PASSAGE:
            yield run.strip(), language_of(run) or "in Latin letters"


def _texts(element: HtmlElement, said: str = "") -> Iterator[tuple[str, str]]:
    """All words of an element: what it and its inline parts say on end, and what is said of them."""
    if not isinstance(element.tag, str) or element.tag in UNSAID:
        return
    said = element.get("lang", said).partition("-")[0]
    yield from ((" ".join(element.get(name, "").split()), said) for name in SAID if element.get(name))
    texts = [element.text, *(child.tail for child in element)]
    yield from ((" ".join(text.split()), said) for text in texts if text and text.strip())
    for child in element:
        yield from _texts(child, said)


@cache
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]
