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
# So many words in Latin letters on end are a passage; fewer may be names.
PASSAGE = 5


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
    """The text as a whole; where it should be in other letters, each passage in Latin ones by itself."""
    if said in SCRIPTS:
        for run in re.findall(r"[^\u0e00-\u0eff\u1780-\u17ff]+", text):
            if len(re.findall(r"[A-Za-z]+", run)) >= PASSAGE:
                yield run.strip(), language_of(run) or "in Latin letters"
        yield from ((text, language) for language in [language_of(text)] if language in SCRIPTS)
    else:
        yield text, language_of(text)
        for run in re.findall(r"[\u0e00-\u0eff\u1780-\u17ff]+", text):
            yield run, language_of(run)


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
