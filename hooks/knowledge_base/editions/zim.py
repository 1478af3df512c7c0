"""A ZIM archive: the site of one language in one file, which Kiwix and other readers open without a network."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import UUID

from icu import Locale
from libzim.writer import Creator, Hint, IndexData, Item, StringProvider

from .built_site import HOME, BuiltSite
from .imprint import NAME, Imprint
from .index_words import index_text, index_words
from .zim_page import fit_page

TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
# They are as small as they get.
PACKED = (".pdf", ".png", ".woff2")
# What ZIM's rules allow: https://wiki.openzim.org/wiki/Metadata
LONGEST_TITLE, LONGEST_DESCRIPTION = 30, 80
# How a Xapian index begins; a random name of 16 bytes follows. An archive has two: of the texts, of the titles.
XAPIAN = b"\x0f\rXapian Glass\x04n"
INDEXES = 2
ID_START, CHECKSUM_START, ID_LENGTH = 8, 72, 16


@dataclass(frozen=True)
class Entry:
    """A file of an archive: its path, its bytes, and of a page its title and its words for the index."""

    path: str
    content: bytes
    title: str = ""
    words: str = ""


class _Words(IndexData):  # type: ignore[misc]
    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.title, self.words = title, words

    def has_indexdata(self) -> bool:
        return True

    def get_title(self) -> str:
        return self.title

    def get_content(self) -> str:
        return self.words

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self.words.split())

    def get_geoposition(self) -> None:
        return None


class _File(Item):  # type: ignore[misc]
    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry

    def get_path(self) -> str:
        return self.entry.path

    def get_title(self) -> str:
        return self.entry.title

    def get_mimetype(self) -> str:
        return TYPES.get(PurePosixPath(self.entry.path).suffix, "application/octet-stream")

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self.entry.content)

    def get_hints(self) -> dict[Hint, int]:
        return {
            Hint.FRONT_ARTICLE: bool(self.entry.title),
            Hint.COMPRESS: not self.entry.path.endswith(PACKED),
        }


class _Page(_File):
    def get_indexdata(self) -> IndexData:
        return _Words(index_words(self.entry.title), self.entry.words)


def entries_of(site: BuiltSite, locale: str) -> Iterator[Entry]:
    """The files of a locale's archive: its pages, then what they need."""
    pages, beside = site.pages(locale), site.beside(locale)
    held = {*pages, *beside}
    for path in pages:
        root = site.read(path)
        content = fit_page(root, path, site, held)
        article = next(root.iter("article"))
        words = index_text(article)
        title = next((heading.text_content() for heading in article.iter("h1")), path)
        yield Entry(path, content, " ".join(title.split()), words)
    for path in beside:
        yield Entry(path, (site.folder / path).read_bytes())


def write_archive(file: Path, entries: Sequence[Entry], home: str, imprint: Imprint, icon: bytes) -> None:
    """Writes the archive; the same entries and imprint give the same bytes.

    home is the path of the first page, icon a PNG of 48 times 48 points.
    """
    language = str(Locale(imprint.tag).getISO3Language())
    # One worker: with more the order of the parts is by chance.
    with Creator(file).config_indexing(True, language).config_nbworkers(1).set_mainpath(home) as creator:
        for entry in entries:
            creator.add_item(_Page(entry) if entry.title else _File(entry))
            if entry.path.endswith(f"/{HOME}"):
                # Scripts of the site name a page by its folder.
                creator.add_redirection(entry.path.removesuffix(HOME), entry.title, entry.path, {})
        creator.add_illustration(48, icon)
        for name, words in _metadata(entries, home, imprint, language).items():
            creator.add_metadata(name, words)
    _settle(file, _name_of(entries, imprint))


def _name_of(entries: Sequence[Entry], imprint: Imprint) -> UUID:
    """A name that only an archive with these contents has."""
    digest = hashlib.sha256(repr(imprint).encode())
    for entry in entries:
        digest.update(f"{entry.path} {len(entry.content)} ".encode() + entry.content)
    return UUID(bytes=digest.digest()[:ID_LENGTH])


def _metadata(entries: Sequence[Entry], home: str, imprint: Imprint, language: str) -> dict[str, str]:
    about = next(entry.title for entry in entries if entry.path == home)
    return {
        "Name": f"{NAME}_{language}_all",
        "Title": _cut(imprint.title, LONGEST_TITLE),
        "Language": language,
        "Description": _cut(about, LONGEST_DESCRIPTION),
        "LongDescription": imprint.description,
        "Creator": imprint.publisher,
        "Publisher": imprint.publisher,
        "Date": imprint.made.date().isoformat(),
        "License": imprint.rights,
        "Source": imprint.address,
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _settle(file: Path, name: UUID) -> None:
    """Puts the archive's name in place of those that were made by chance, and a new checksum below.

    https://wiki.openzim.org/wiki/ZIM_file_format; libzim has no setting for it.
    """
    content = bytearray(file.read_bytes())
    content[ID_START : ID_START + ID_LENGTH] = name.bytes
    at = content.find(XAPIAN)
    found = 0
    while at >= 0:
        start = at + len(XAPIAN)
        content[start : start + ID_LENGTH] = name.bytes
        found += 1
        at = content.find(XAPIAN, start)
    if found != INDEXES:
        raise RuntimeError(f"libzim writes its indexes in another form: {found} found, {INDEXES} expected")
    end = int.from_bytes(content[CHECKSUM_START : CHECKSUM_START + 8], "little")
    content[end:] = hashlib.md5(content[:end], usedforsecurity=False).digest()
    file.write_bytes(content)
