"""A built site of a few dozen small pages whose readers may keep a language, and a server that can fail as hosts do."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

from harness import PROJECT, write_pages
from knowledge_base.address import Addresses
from knowledge_base.editions.built_site import BuiltSite
from knowledge_base.fragment import parse, serialize
from knowledge_base.keeping.controls import offer_keeping
from knowledge_base.keeping.publishing import publish
from knowledge_base.labels import Labels, read_catalogue
from knowledge_base.light.names import named
from knowledge_base.page import Page

SCRIPTS = PROJECT / "docs" / "assets" / "scripts"
LOCALES = ("en", "km")
COUNT = 24
PARTS = ("read-again.js", "keeping/store.js", "keeping/bring.js", "keeping/block.js")
GREEN = "rgb(0, 128, 0)"


def labels_in(locale: str) -> Labels:
    """The labels of the real site."""
    file = PROJECT / "docs" / ".translations" / locale / "labels.po"
    return read_catalogue(file, file.name)[0].labels(locale) if file.is_file() else Labels()


def make_edition(folder: Path, edition: str, count: int = COUNT, handouts: int = 3) -> Path:
    """A site, as a build leaves it.

    `edition` stands on the pages with odd numbers, which have a style sheet of their own; those with even ones stay
    the same from edition to edition. The words to search in are new in each.
    """
    shutil.rmtree(folder, ignore_errors=True)
    scripts = {part: (SCRIPTS / part).read_bytes() for part in PARTS}
    sheets = [f"/* {name} */ h1 {{ color: {GREEN} }}".encode() for name in ("even", edition)]
    assets = {named(f"assets/scripts/{part}", text): text for part, text in scripts.items()}
    addresses = [named("assets/styles/site.css", sheet) for sheet in sheets]
    write_pages(folder, assets | dict(zip(addresses, sheets, strict=True)))
    for locale in LOCALES:
        home = "" if locale == "en" else f"{locale}/"
        paths = {home: f"Home {edition}", f"{home}offline/": "Without"}
        paths |= {f"{home}page-{number}/": f"Page {number}{edition * (number % 2)}" for number in range(count)}
        for path, title in paths.items():
            page = _page(path, title, locale, addresses[title.endswith(edition)], sorted(assets))
            write_pages(folder, {f"{path}index.html": page})
        write_pages(folder, {f"search/{locale}.js": f"words('{edition}')"})
        write_pages(folder, {f"handouts/{locale}/{name}.pdf": b"%PDF-" + b"0" * 1000 for name in range(handouts)})
    publish(BuiltSite(folder, LOCALES), SCRIPTS, "offline.md", labels_in, "/")
    return folder


def _page(path: str, title: str, locale: str, sheet: str, assets: list[str]) -> str:
    up = "../" * path.count("/")
    root = parse(f"<h1>{title}</h1>")
    shown: list[str] = []
    if path.endswith("offline/"):
        page = Page(locale, "offline.md", "offline.md", {}, "", "", 1)
        offer_keeping(root, page, Addresses({"offline.md": path}), labels_in(locale))
        shown = [next(name for name in assets if f"/{part[:-3]}." in name) for part in PARTS[1:]]
    again = next(name for name in assets if "read-again." in name)
    tags = "".join(f'<script src="{up}{name}" defer></script>' for name in (again, *shown))
    return (
        f'<!doctype html><html lang="{locale}" class="js"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{up}{sheet}"></head>'
        f'<body><article class="md-typeset">{serialize(root)}</article>{tags}</body></html>'
    )


@dataclass
class Host:
    """A server of a folder that is a site, at any path; what it does can be changed while it runs.

    `asked` are the paths below the site that were asked for, in order.
    """

    folder: Path
    base: str = "/"
    asked: list[str] = field(default_factory=list)
    is_down: bool = False
    instead: bytes | None = None  # what a network's own page says in place of every file of ours
    stall_after: int | None = None  # after so many more answers every request waits; `stalled` says that one does
    stalled: Event = field(default_factory=Event)
    going: Event = field(default_factory=Event)
    address: str = ""
    _lock: Lock = field(default_factory=Lock)

    def stall(self, after: int) -> None:
        """From the answer with this number on, requests wait until `go`."""
        self.stalled.clear()
        self.going.clear()
        self.stall_after = after

    def go(self) -> None:
        """Lets all requests pass, those that wait too."""
        self.stall_after = None
        self.going.set()

    def answer(self, path: str) -> tuple[int, bytes, str]:
        """The status, content and type for a path on this host; raises ConnectionError where the line is cut."""
        below = urlsplit(path).path.removeprefix(self.base)
        with self._lock:
            self.asked.append(below)
            waits = self.stall_after is not None and self.stall_after <= 0
            if self.stall_after is not None:
                self.stall_after -= 1
        if waits:
            self.stalled.set()
            self.going.wait(20)
        if self.is_down:
            raise ConnectionError
        file = self.folder / below
        file = file / "index.html" if file.is_dir() else file
        kind = guess_type(file.name)[0] or "application/octet-stream"
        if self.instead is not None and not below.startswith(("keeping/", "worker.js")):
            return 200, self.instead, "text/html"
        return (200, file.read_bytes(), kind) if file.is_file() else (404, b"Not here", "text/plain")


@contextmanager
def served(host: Host) -> Iterator[Host]:
    """Serves, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            try:
                status, content, kind = host.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Cache-Control", "max-age=600" if "assets/" in self.path else "no-cache")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except ConnectionError:
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}{host.base}"
        yield host
        host.go()
        server.shutdown()
