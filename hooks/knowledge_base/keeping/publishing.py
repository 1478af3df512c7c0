"""The files by which browsers keep languages: for each its list, what is said of it, its manifest; and the worker."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from ..editions.built_site import HOME, BuiltSite
from ..labels import Labels
from ..light.theme_script import without_comments
from ..locale import language_tag
from . import manifest
from .controls import words_of_worker
from .release import read_release, sizes

FOLDER = "keeping"
WORKER = "worker.js"
# Of which the worker is made, below the folder of the site's scripts.
PARTS = ("keeping/store.js", "keeping/worker.js")
# A browser asks for these again each time: they say what is new.
HEADERS = "  Cache-Control: no-cache\n"


def publish(site: BuiltSite, scripts: Path, source: str, labels_in: Callable[[str], Labels], base: str) -> list[Path]:
    """Writes the files into the built site, and says which; the last of all, since it lists what the others wrote.

    `scripts` is the folder with the scripts' sources, `source` the Markdown file of the page on which languages are
    kept, `base` the path of the site on its host.
    """
    worker = _write(site.folder / WORKER, _worker(scripts, site.locales))
    headers = site.folder / "_headers"
    if headers.is_file():
        told = "".join(f"{base}{path}\n{HEADERS}" for path in (WORKER, f"{FOLDER}/*"))
        headers.write_text(headers.read_text(encoding="utf-8") + told, encoding="utf-8")
    return [worker, *write_lists(site, source, labels_in)]


def write_lists(site: BuiltSite, source: str, labels_in: Callable[[str], Labels]) -> list[Path]:
    """Writes the lists and the manifests; again where a page has changed since."""
    written = []
    for locale in site.locales:
        page = site.find_page(locale, source)
        if page is None:
            continue
        labels = labels_in(locale)
        texts = {
            f"{locale}.webmanifest": _dump(manifest.manifest(labels, site.home(locale).removesuffix(HOME))),
            **_lists(site, locale, page.removesuffix(HOME), labels),
        }
        written += [_write(site.folder / FOLDER / name, text) for name, text in texts.items()]
    return written


def _worker(scripts: Path, locales: Iterable[str]) -> str:
    parts = [without_comments((scripts / part).read_text(encoding="utf-8")) for part in PARTS]
    return "\n".join([f"const LOCALES = {json.dumps(list(locales))}", *parts, ""])


def _lists(site: BuiltSite, locale: str, page: str, labels: Labels) -> dict[str, str]:
    """What is asked first, and the whole list of files; both name the same release."""
    release = read_release(site, locale)
    about = {
        "lang": language_tag(locale),
        "name": labels("SSE Knowledge Base"),
        "home": site.home(locale).removesuffix(HOME),
        "page": page,
        "count": len(site.pages(locale)),
        "pages": sizes(release.pages.values()),
        "handouts": sizes(release.handouts.values()),
        "words": words_of_worker(labels),
    }
    name = release.name(_dump(about))
    return {
        f"{locale}.json": _dump({"release": name} | about),
        f"{locale}.files.json": _dump(release.list(name)),
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
