"""`make bench`: how the build grows with pages and with languages, in projects of invented pages.

The real configuration, hooks and templates; the pages have headings, paragraphs, a list, a table and links, and fill a
screen or two. `LANGUAGES=7 PAGES=300` measures these alone.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import PROJECT, measure

# Ours, and others of Asia that the theme speaks.
LOCALES = ("en", "th", "vi", "id", "km", "lo", "tl", "ms", "my", "hi", "bn", "ta", "te", "si", "ja", "ko", "zh")
LANGUAGES = (1, 7, 17)
PAGES = (40, 300)
WORDS = "workers members meeting decide together market savings income dignity care land water future women"
# A letter of the script for each of a-z, so that no word looks as if it was left in English.
LETTERS = {
    "th": range(0x0E01, 0x0E1B),
    "km": range(0x1780, 0x179A),
    "lo": (*range(0x0E8C, 0x0EA4), 0x0EA5, 0x0EA7),
}


def name(number: int) -> str:
    """The file of a page; the first is the home page."""
    return f"page-{number}.md" if number else "index.md"


def sentence(seed: int, length: int) -> str:
    """Words in an order that depends on the seed."""
    words = WORDS.split()
    return " ".join(words[(seed * 7 + at * (seed % 5 + 2)) % len(words)] for at in range(length)).capitalize()


def page(number: int, pages: int) -> Iterator[str]:
    """The lines of an English page."""
    yield f"# {sentence(number, 4)}"
    for part in range(6):
        yield f"## {sentence(number + part, 3)} {{ #part-{part} }}"
        for paragraph in range(3):
            yield f"{sentence(number * part + paragraph, 45)}."
    yield f"- [{sentence(number, 2)}]({name((number + 1) % pages)})\n- {sentence(number + 1, 9)}"
    yield f"| {sentence(number, 1)} | {sentence(number + 2, 1)} |\n|---|---|\n| {sentence(3, 5)} | {sentence(4, 5)} |"


def translate(text: str, locale: str) -> str:
    """The text in other letters, or with its words turned round; what is not words stays."""
    if letters := LETTERS.get(locale):
        table = {ord("a") + at: letter for at, letter in enumerate(letters)}
        return re.sub(r"(?<![\w#(/{.-])[A-Za-z]+", lambda word: word[0].lower().translate(table), text)
    return re.sub(r"(?<![\w#(/{.-])[A-Za-z]+", lambda word: word[0][::-1], text)


def make_project(folder: Path, languages: int, pages: int) -> Path:
    """A project of so many pages in so many languages; gives its configuration."""
    for part in ("hooks", "overrides", "docs/assets"):
        shutil.copytree(PROJECT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for locale in LOCALES[:languages]:
        (folder / "docs" / locale).mkdir()
        for number in range(pages):
            text = "\n\n".join(page(number, pages)) + "\n"
            written = text if locale == "en" else translate(text, locale)
            (folder / "docs" / locale / name(number)).write_text(written, encoding="utf-8")
    before = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    named = "".join(
        f"        - {{ locale: {each}, name: {each}, default: {str(each == 'en').lower()} }}\n"
        for each in LOCALES[:languages]
    )
    before = re.sub(r"(?<=      languages:\n)(?: {8}- .*\n)+", named, before)
    # Sections of twenty pages, as a person would make them.
    sections = (range(start, min(start + 20, pages)) for start in range(0, pages, 20))
    nav = "".join(
        f"  - Part {at}:\n" + "".join(f"      - {name(number)}\n" for number in section)
        for at, section in enumerate(sections)
    )
    config = folder / "mkdocs.yml"
    config.write_text(f"{before}\nnav:\n{nav}", encoding="utf-8")
    return config


def main() -> None:
    """Measures and prints the table."""
    heads = {
        "languages": 9,
        "pages each": 12,
        "seconds": 10,
        "processor seconds": 19,
        "pages/s": 9,
        "ms/page": 9,
        "MB": 7,
    }
    print("".join(f"{head:>{width}}" for head, width in heads.items()))
    chosen = [(int(os.environ["LANGUAGES"]), int(os.environ["PAGES"]))] if "PAGES" in os.environ else None
    for languages, pages in chosen or [(each, many) for each in LANGUAGES for many in PAGES]:
        with TemporaryDirectory() as folder:
            config = make_project(Path(folder), languages, pages)
            measure(config, Path(folder, "site"))  # not counted: fills the caches
            cost = measure(config, Path(folder, "site"))
        all_pages = languages * pages
        per_page = 1000 * cost.processor / all_pages
        print(
            f"{languages:>9}{pages:>12}{cost.seconds:>10.2f}{cost.processor:>19.2f}"
            f"{all_pages / cost.seconds:>9.0f}{per_page:>9.1f}{cost.memory:>7.0f}"
        )


if __name__ == "__main__":
    main()
