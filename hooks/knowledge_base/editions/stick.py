"""The site in a folder: a ZIP archive that is unpacked onto a stick, or onto a computer, and opened by a browser."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from ..custom_set import FOLDER as SETS
from ..locale import SOURCE
from .built_site import BuiltSite
from .imprint import NAME, Imprint
from .packing import add_file
from .start_page import START, Language, start_page
from .stick_page import fit_page, fit_script

# All files lie in one folder, whatever the archive is unpacked by.
FOLDER = NAME
HANDOUTS = "handouts/"
# They are as small as they get.
PACKED = (".pdf", ".png", ".woff2")
# The page on which readers put pages together: by this place for the script.
SET = "set-choice"


def paths_of(site: BuiltSite, locales: Iterable[str], with_handouts: bool) -> list[str]:
    """The files of the site that a stick with these locales holds."""
    found = {path for locale in locales for path in (*site.pages(locale), *site.beside(locale))}
    return sorted(path for path in found if with_handouts or not path.startswith(HANDOUTS))


def files_of(
    site: BuiltSite, paths: Sequence[str], languages: Sequence[Language], imprint: Imprint
) -> Iterator[tuple[str, bytes]]:
    """The files of a stick that holds these paths, the page to start from first."""
    held = frozenset(paths)
    yield START, start_page(languages, [path for path in paths if path.endswith(".woff2")], imprint)
    sets = {}
    for path in paths:
        if path.endswith(".html"):
            root = site.read(path)
            if root.get_element_by_id(SET, None) is not None:
                sets[_locale_of(path, languages)] = path
            yield path, fit_page(root, path, site, held)
    for path in paths:
        if path.startswith(f"{SETS}/"):
            here = sets[PurePosixPath(path).parts[1]]
            yield path, fit_script((site.folder / path).read_text(encoding="utf-8"), here, site, held)
        elif not path.endswith(".html"):
            yield path, (site.folder / path).read_bytes()


def write_stick(file: Path, files: Iterable[tuple[str, bytes]], imprint: Imprint) -> None:
    """Writes the archive; the same files and imprint give the same bytes."""
    with ZipFile(file, "w") as archive:
        for path, content in files:
            packing = ZIP_STORED if path.endswith(PACKED) else ZIP_DEFLATED
            add_file(archive, f"{FOLDER}/{path}", content, imprint.made, packing)


def _locale_of(path: str, languages: Sequence[Language]) -> str:
    """The locale of a page: English pages stand in no folder of their own."""
    first = path.partition("/")[0]
    locales = [language.labels.locale for language in languages]
    return first if first in locales else SOURCE
