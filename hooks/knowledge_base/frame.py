"""The frame of a text: what a translation has in common with its original, whatever its words are."""

import re
import unicodedata
from collections.abc import Iterable

from .block import Block

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Vietnamese months have numbers where the English has names.
MONTH = re.compile(r"tháng \d{1,2}\b", re.IGNORECASE)
# Years that say that they are counted from the Buddha, in Thai, Lao and Khmer.
BUDDHIST = re.compile(r"((?:พ\.ศ\.|ພ\.ສ\.|ព\.ស\.)\s*)(\d{4})\b")
BEFORE_CHRIST = 543


def frame_of(blocks: Iterable[Block]) -> list[str]:
    """The parts of the frame of some blocks, each named as a problem names it."""
    frame: list[str] = []
    for block in blocks:
        if block.level:
            frame.append(f"the level {'#' * block.level}")
        if block.anchor:
            frame.append(f"the anchor #{block.anchor}")
        if block.quotation:
            frame.append("a paragraph of a quotation")
        if block.kind == "title":
            frame.append(f"a note of the type {block.note}")
        frame += (f"the link {link.address}" for link in block.links)
        frame += (f"the number {re.sub('[.,]', '', each)}" for each in _numbers(block.text))
    return frame


def _numbers(text: str) -> list[str]:
    """The numbers in a text, as all languages write them: whoever uses digits of their own has the same number."""
    if not NUMBER.search(text):
        return []
    common = BUDDHIST.sub(lambda year: f"{year[1]}{int(year[2]) - BEFORE_CHRIST}", MONTH.sub("", text))
    return [_western(number) for number in NUMBER.findall(common)]


def _western(number: str) -> str:
    if number.isascii():
        return number
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in number)
