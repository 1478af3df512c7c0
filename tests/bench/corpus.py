"""Many pages of a language, made of what its real pages say: their sentences in another order, always the same one."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import icu

from knowledge_base.search_index import SearchedPage
from knowledge_base.search_section import Section
from knowledge_base.short_letters import table

# A page has about 350 words.
LETTERS = 2000
SEED = 1
WORDS = 10
# A word that stands on many pages tells little about what is found.
FEWEST, MOST = 3, 20
UNSPACED = ("th", "km", "lo")
QUOTED = re.compile(r"`((?:[^`\\]|\\.)*)`", re.DOTALL)
# Thai and Lao part sentences, and parts of them, by spaces alone.
PARTED = {"th": re.compile(r"\s+"), "lo": re.compile(r"\s+")}
SENTENCE = re.compile(r"(?<=[.?!។៕])\s+")


def read_script(script: str) -> list[SearchedPage]:
    """The pages that the script of a language hands over."""
    _, pairs, rows = (re.sub(r"\\(.)", r"\1", part) for part in QUOTED.findall(script))
    letters = table(pairs)
    pages = []
    for lines in re.split(r"\n(?=/)", rows):
        (address, title, worth, about, language), *others = (line.split("\t") for line in lines.split("\n"))
        read = ((anchor, *(each.translate(letters) for each in texts)) for _, anchor, *texts in others)
        sections = tuple(Section(anchor, heading, name, [text]) for anchor, heading, name, text in read)
        words = title.translate(letters), int(worth), about.translate(letters)
        pages.append(SearchedPage(address[1:], *words, language, sections))
    return pages


def letters_in(pages: Iterable[SearchedPage]) -> int:
    """How many letters of text the pages have."""
    return sum(len(section.text) for page in pages for section in page.sections)


def compose(real: Iterable[SearchedPage], locale: str, count: int) -> list[SearchedPage]:
    """So many pages of the real pages' sentences, in sections such as theirs, at "page-000/" and so on."""
    own = [page for page in real if not page.language]
    forms = [section for page in own for section in page.sections if section.text and section.anchor]
    parted = PARTED.get(locale, SENTENCE)
    sentences = sorted({each for form in forms for each in parted.split(form.text) if each})
    chance = random.Random(SEED)
    return [
        replace(chance.choice(own), address=f"page-{number:03}/", sections=tuple(_sections(forms, sentences, chance)))
        for number in range(count)
    ]


def _sections(forms: Sequence[Section], sentences: Sequence[str], chance: random.Random) -> Iterator[Section]:
    """A beginning and as many sections as a page has room for, each as long as a real one."""
    rest = LETTERS
    anchor = ""
    while rest > 0:
        form = chance.choice(forms)
        room = min(len(form.text), rest)
        texts = []
        while room > 0:
            texts.append(chance.choice(sentences))
            room -= len(texts[-1]) + 1
        text = " ".join(texts)
        yield Section(anchor, form.heading if anchor else "", form.name if anchor else "", [text])
        rest -= len(text)
        anchor = f"part-{LETTERS - rest}"


def words_of(pages: Sequence[SearchedPage], locale: str) -> dict[str, set[str]]:
    """Ten words of the language that ICU cuts out of the texts, each with the addresses of the pages that have it."""
    texts = {page.address: "\n".join(page.texts()).lower() for page in pages}
    holders = defaultdict(set)
    for address, text in texts.items():
        for word in _cut(text, locale):
            if not (locale in UNSPACED and word.isascii()):
                holders[word].add(address)
    # Parts of other words are found in scripts without spaces, and rightly so.
    if locale in UNSPACED:
        rare = [word for word, known in holders.items() if len(known) <= MOST]
        holders.update({word: {address for address, text in texts.items() if word in text} for word in rare})
    some = sorted(word for word, known in holders.items() if FEWEST <= len(known) <= MOST)
    return {word: holders[word] for word in random.Random(SEED).sample(some, WORDS)}


def _cut(text: str, locale: str) -> Iterator[str]:
    """The words of a text that have at least four letters and no sign or digit beside them."""
    boundaries = icu.BreakIterator.createWordInstance(icu.Locale(locale))
    boundaries.setText(text)
    start = 0
    for end in boundaries:
        word = text[start:end]
        start = end
        if len(word) >= 4 and re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[\u0E30-\u0EFF\u17B4-\u17D3])*", word):
            yield word
