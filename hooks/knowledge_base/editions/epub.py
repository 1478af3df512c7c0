"""An EPUB book: the site of one language as chapters, for reading programs on phones and e-readers."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

from ..font import LICENCE, PACKAGES, WEIGHTS, characters_of, cut_font, find_font
from ..labels import Labels
from .book import Book, Chapter
from .built_site import BuiltSite
from .chapter import SVG, chapter_of
from .imprint import Imprint
from .package import CONTENTS, PACKAGE, STYLE, TITLE, Part, container, contents, package, page, title_page
from .packing import add_file

MEDIA = "application/xhtml+xml"
FAMILY = "Book Letters"
STYLES = Path(__file__).with_name(STYLE)


def parts_of(book: Book, site: BuiltSite, imprint: Imprint, labels: Labels, project: Path) -> list[Part]:
    """The parts of a book; `project` has the fonts and the cache. Where it has no fonts, the book has none."""
    texts = [
        Part(TITLE, MEDIA, page(imprint.title, title_page(imprint, labels), imprint)),
        Part(CONTENTS, MEDIA, page(labels("Contents"), contents(book, imprint, labels), imprint), "nav"),
        *(_chapter(chapter, book, site, imprint) for chapter in book.chapters),
    ]
    fonts = list(_fonts(texts, imprint.locale, project))
    style = _font_faces(fonts) + STYLES.read_text(encoding="utf-8")
    return [*texts, Part(STYLE, "text/css", style.encode()), *fonts]


def fonts_missing(locale: str, project: Path) -> bool:
    """Whether the book of a locale needs fonts that are not installed."""
    return locale in PACKAGES and not all(find_font(_packages(project), locale, each).is_file() for each in WEIGHTS)


def write_book(file: Path, parts: Sequence[Part], book: Book, imprint: Imprint, labels: Labels) -> None:
    """Writes the book; the same parts and imprint give the same bytes."""
    with ZipFile(file, "w") as archive:
        # The first file says what the whole is, in letters that can be seen in it.
        add_file(archive, "mimetype", b"application/epub+zip", imprint.made, ZIP_STORED)
        add_file(archive, "META-INF/container.xml", container(), imprint.made)
        add_file(archive, f"EPUB/{PACKAGE}", package(parts, book, imprint, labels), imprint.made)
        for part in parts:
            add_file(archive, f"EPUB/{part.path}", part.content, imprint.made)


def _chapter(chapter: Chapter, book: Book, site: BuiltSite, imprint: Imprint) -> Part:
    article = next(site.read(chapter.page).iter("article"))
    body = chapter_of(article, chapter.page, book.files, site, imprint.locale)
    draws = next(body.iter(f"{{{SVG}}}svg"), None) is not None
    return Part(chapter.file, MEDIA, page(chapter.title, body, imprint), "svg" if draws else "")


def _packages(project: Path) -> Path:
    return project / "node_modules" / "@fontsource"


def _fonts(texts: Sequence[Part], locale: str, project: Path) -> Iterator[Part]:
    if locale not in PACKAGES or fonts_missing(locale, project):
        return
    characters = characters_of(("".join(etree.fromstring(part.content).itertext()) for part in texts), locale)
    for weight in WEIGHTS:
        font = find_font(_packages(project), locale, weight)
        cut = cut_font(font, characters, project / ".cache" / "fonts")
        yield Part(f"fonts/{locale}-{weight}.woff2", "font/woff2", cut)
    licence = _packages(project) / PACKAGES[locale] / LICENCE
    yield Part(f"fonts/{locale}-licence.txt", "text/plain", licence.read_bytes())


def _font_faces(fonts: Sequence[Part]) -> str:
    files = [font.path for font in fonts if font.media == "font/woff2"]
    if not files:
        return ""
    faces = [
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; src: url("{file}") format("woff2"); }}'
        for weight, file in zip(WEIGHTS, files, strict=True)
    ]
    return "\n".join([*faces, f'body {{ font-family: "{FAMILY}", sans-serif; }}', ""])
