"""A host as good ones are: it sends texts with Brotli, each packed once, and knows what it sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

import brotli

TEXTS = (".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")


class Answer(NamedTuple):
    """What was sent: for which path, the bytes of the content and of the head."""

    path: str
    size: int
    head: int


class Host(ThreadingHTTPServer):
    """Serves a folder; `sent` has all answers. A page must be asked for again, and all else may be kept; or nothing."""

    daemon_threads = True

    def __init__(self, folder: Path, *, kept: bool) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.kept = kept
        self.sent: list[Answer] = []

    @property
    def address(self) -> str:
        """Where the folder is served."""
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(SimpleHTTPRequestHandler):
    """Answers one browser."""

    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        file = self.server.folder / path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        is_text = file.suffix in TEXTS
        content = packed(file) if is_text else file.read_bytes() if file.is_file() else b""
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        kept = "no-cache" if file.suffix == ".html" else "max-age=31536000"
        self.send_header("Cache-Control", kept if self.server.kept else "no-store")
        if is_text:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        head = len(b"".join(self._headers_buffer) + b"\r\n")  # type: ignore[attr-defined]
        self.end_headers()
        self.server.sent.append(Answer(path, len(content), head))
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@cache
def packed(file: Path) -> bytes:
    """What a file has, with Brotli; nothing where there is none."""
    content: bytes = brotli.compress(file.read_bytes() if file.is_file() else b"")
    return content


@contextmanager
def hosted(folder: Path, *, kept: bool = False) -> Iterator[Host]:
    """Serves a folder as long as it is needed."""
    with Host(folder, kept=kept) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()
