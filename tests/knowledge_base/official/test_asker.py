"""Asking whether official addresses answer: a host of our own, which does what hosts do."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from harness import each_case, make_library
from knowledge_base.__main__ import main
from knowledge_base.official.asker import Asker
from knowledge_base.official.findings import ask_all, tell

WHO = "test-links/1.0 (+https://kb.example/)"
PATIENCE = 0.2


class Host(ThreadingHTTPServer):
    """A host that does what `plan` says for each path, and writes down what it was asked, by whom, how many at once."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.plan: dict[str, list[Any]] = {}
        self.asked: list[str] = []
        self.agents: set[str | None] = set()
        self.address = f"http://127.0.0.1:{self.server_port}"

    def next_step(self, path: str) -> Any:
        """What is done now at a path."""
        steps = self.plan.get(path, [404 if path == "/robots.txt" else 200])
        return steps.pop(0) if len(steps) > 1 else steps[0]


class Handler(BaseHTTPRequestHandler):
    """Answers as the host's plan says."""

    server: Host

    def do_GET(self) -> None:
        """Does the next step."""
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.agents.add(self.headers.get("User-Agent"))
        step = self.server.next_step(self.path)
        if step == "silent":
            time.sleep(PATIENCE * 1.5)
            return
        code, headers, text = (*step, "")[:3] if isinstance(step, list) else (step, {}, "")
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(text.encode())

    do_HEAD = do_GET

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@pytest.fixture
def host() -> Iterator[Host]:
    """A host on this machine."""
    host = Host()
    thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield host
    host.shutdown()
    thread.join()
    host.server_close()


@each_case("knowledge_base/cases/official.yml")
def test_what_a_host_does_is_understood_and_it_is_asked_with_care(case: dict[str, Any], host: Host) -> None:
    """Each thing that hosts do has its verdict; no more is asked than needed, with pauses, and who asks is said."""
    host.plan = {path: list(steps) for path, steps in case["host"].items()}
    waited: list[float] = []
    answer = Asker(WHO, pause=0, patience=PATIENCE, sleep=waited.append).ask(f"{host.address}/text")
    found = case["found"]
    at = found.get("at", "/text" if found["verdict"] == "answers" else "")
    assert (answer.verdict, answer.why) == (found["verdict"], found.get("why", ""))
    assert answer.at == (at if ":" in at or not at else host.address + at)
    assert host.asked == case["asked"]
    assert [round(each) for each in waited] == case.get("waited", [])
    assert host.agents == {WHO}


def test_a_host_is_left_in_peace_between_two_requests(host: Host) -> None:
    """Between any two requests to a host there is a pause, also for its robots.txt, which is asked for once."""
    waited: list[float] = []
    asker = Asker(WHO, pause=5, sleep=waited.append)
    for path in ("/one", "/two"):
        assert asker.ask(host.address + path).verdict == "answers"
    assert host.asked == ["GET /robots.txt", "HEAD /one", "HEAD /two"]
    assert [round(each) for each in waited] == [5, 5]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://nowhere.invalid/text"])
def test_a_host_that_is_not_there_is_dead(address: str) -> None:
    """A port that nobody listens on, a name that nobody has, an address that is none."""
    answer = Asker(WHO, pause=0, patience=1, retries=()).ask(address)
    assert answer.verdict == "dead"
    assert answer.why.startswith("does not answer: ")


def test_an_address_that_nobody_can_read_is_dead(host: Host) -> None:
    """It ends nothing, wherever it comes from: the bibliography, or a host."""
    host.plan = {"/text": [[302, {"Location": "http://[broken/"}]]}
    for address in ("http://[broken/", f"{host.address}/text"):
        answer = Asker(WHO, pause=0, patience=1, retries=()).ask(address)
        assert (answer.verdict, answer.why) == ("dead", "is, or leads to, no address that can be read")


def sources(host: Host) -> dict[str, str | bytes]:
    """A source for each field that is asked for."""
    page = "---\nsource:\n  owner: A\n  address: {0}/{1}\n{2}---\n"
    return {
        "sources/alive.md": page.format(host.address, "alive", ""),
        "sources/gone.md": page.format(host.address, "gone", ""),
        "sources/known.md": page.format(host.address, "gone", f"  archive: {host.address}/copy\n  dead: 2026-06-10\n"),
        "sources/back.md": page.format(host.address, "alive", f"  archive: {host.address}/gone\n  dead: 2026-06-10\n"),
        "sources/none.md": "---\nsource: { address: unknown }\n---\n",
        "../id/sources/gone.md": "---\nsource: { title: A }\n---\n",
    }


def test_what_is_to_be_done_is_said_with_file_and_line(host: Host, tmp_path: Path) -> None:
    """A new death, a copy that is gone, an address that is back: each with its place; what is as it was is not told."""
    host.plan = {"/gone": [404]}
    asker = Asker(WHO, pause=0)
    findings = list(ask_all(make_library(tmp_path, sources(host)), asker))
    assert [(each.file, each.field, each.answer.verdict) for each in findings] == [
        ("docs/en/sources/alive.md", "address", "answers"),
        ("docs/en/sources/back.md", "address", "answers"),
        ("docs/en/sources/back.md", "archive", "dead"),
        ("docs/en/sources/gone.md", "address", "dead"),
        ("docs/en/sources/known.md", "address", "dead"),
        ("docs/en/sources/known.md", "archive", "answers"),
    ]
    lines = tell(findings).splitlines()
    starts = ["- docs/en/sources/back.md:4: address", "- docs/en/sources/back.md:5: archive"]
    starts += ["- docs/en/sources/gone.md:4: address"]
    assert [line[: len(start)] for line, start in zip(lines, starts, strict=True)] == starts
    assert all("To do: " in line for line in lines)


def test_the_command_says_who_asks_and_fails_where_something_is_to_be_done(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a name nobody is asked; with one, the text of an issue comes out, or nothing when all is well."""
    make_library(tmp_path, sources(host))
    command = ["--project", str(tmp_path), "links", "--pause", "0"]
    monkeypatch.delenv("REPOSITORY_URL", raising=False)
    assert main(command) == 2
    assert host.asked == []
    monkeypatch.setenv("REPOSITORY_URL", "https://kb.example/us")
    host.plan = {"/gone": [404]}
    assert main(command) == 1
    assert "docs/en/sources/gone.md:4" in capsys.readouterr().out
    assert host.agents == {"sse-knowledge-base-links/1.0 (+https://kb.example/us)"}
    for name in ("back", "gone"):
        (tmp_path / f"docs/en/sources/{name}.md").unlink()
    assert main(command) == 0
    assert capsys.readouterr().out == ""
