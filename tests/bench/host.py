"""A host as good ones are: it sends texts with Brotli, each packed once, and knows what it sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import brotli

TEXTS = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")


class Host(ThreadingHTTPServer):
    """Serves a folder; `sent` has the path and the bytes of each answer."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.sent: list[tuple[str, int]] = []

    @property
    def address(self) -> str:
        """Where the folder is served."""
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(SimpleHTTPRequestHandler):
    """Answers one browser; nothing may be kept, so that each visit is the first."""

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
        self.send_header("Cache-Control", "no-store")
        if is_text:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.server.sent.append((path, len(content)))

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@cache
def packed(file: Path) -> bytes:
    """What a file has, with Brotli; nothing where there is none."""
    content: bytes = brotli.compress(file.read_bytes() if file.is_file() else b"")
    return content


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serves a folder as long as it is needed."""
    with Host(folder) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()
