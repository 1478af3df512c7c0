"""Asks hosts whether an address still answers, with care: one request at a time, with pauses, and saying who asks."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from urllib.robotparser import RobotFileParser

ANSWERS, MOVED, CLOSED, DEAD = "answers", "moved", "closed", "dead"
GONE = (404, 410)
FOR_GOOD = (301, 308)
BUSY = (429, 500, 502, 503, 504)
MOST_STEPS = 5
# No text that we link to needs more; what follows an answer's head is not read, but for robots.txt.
LONGEST_ROBOTS = 500_000
LONGEST_WAIT = 300.0


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address: one of the four verdicts, why, and where redirects ended."""

    verdict: str
    why: str = ""
    at: str = ""


@dataclass(frozen=True)
class _Reply:
    """What a host said: its code, 0 where it did not answer; why not; where it sends us; how long it asks to wait."""

    code: int
    why: str = ""
    location: str = ""
    wait: float = 0.0
    text: str = ""


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: each step is a request of its own, with its own pause and its own robots.txt."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Asker:
    """Asks one address after another.

    who      what the hosts read of us
    pause    seconds between two requests to a host; its robots.txt may ask for more
    patience seconds until a host that says nothing is taken not to answer
    retries  seconds to wait before each further try where a host is busy or silent
    """

    def __init__(
        self,
        who: str,
        pause: float = 5.0,
        patience: float = 30.0,
        retries: tuple[float, ...] = (30.0, 120.0),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._who, self._pause, self._patience = who, pause, patience
        self._retries, self._sleep = retries, sleep
        self._asked: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}
        self._opener = build_opener(_Stay())

    def ask(self, address: str) -> Answer:
        """Whether an address answers, following redirects to their end."""
        try:
            return self._follow(address)
        except ValueError:
            return Answer(DEAD, "is, or leads to, no address that can be read")

    def _follow(self, address: str) -> Answer:
        here, seen, is_moved = address, [address], False
        while True:
            if not self._may(here):
                return Answer(CLOSED, "its robots.txt asks programs to stay away")
            reply = self._try(here)
            if not (300 <= reply.code < 400 and reply.location):
                return _judge(reply, address, here, is_moved)
            here, is_moved = urljoin(here, reply.location), is_moved or reply.code in FOR_GOOD
            if urlsplit(here).scheme not in ("http", "https"):
                return Answer(DEAD, "leads to what is no website", here)
            if here in seen:
                return Answer(DEAD, "leads in a circle", here)
            if len(seen) > MOST_STEPS:
                return Answer(DEAD, f"leads on more than {MOST_STEPS} times", here)
            seen.append(here)

    def _try(self, address: str) -> _Reply:
        """A host's reply, asked again where it is busy or silent."""
        reply = self._ask_once(address)
        for wait in self._retries:
            if (reply.code and reply.code not in BUSY) or reply.wait > LONGEST_WAIT:
                break
            self._sleep(max(wait, reply.wait))
            reply = self._ask_once(address)
        return reply

    def _ask_once(self, address: str) -> _Reply:
        """Asks for the head alone; where that is refused, for the text, since some hosts know no other question."""
        reply = self._send("HEAD", address)
        return self._send("GET", address) if reply.code >= 400 and reply.code not in BUSY else reply

    def _send(self, method: str, address: str, most: int = 0) -> _Reply:
        host = urlsplit(address).netloc
        robots = self._robots.get(_root(address))
        pause = max(self._pause, min(float(robots.crawl_delay(self._who) or 0) if robots else 0, LONGEST_WAIT))
        if (rest := self._asked.get(host, -pause) + pause - time.monotonic()) > 0 and host in self._asked:
            self._sleep(rest)
        request = Request(address, method=method, headers={"User-Agent": self._who, "Accept": "*/*"})
        try:
            with self._opener.open(request, timeout=self._patience) as answer:
                return _Reply(answer.status, text=answer.read(most).decode("utf-8", "replace") if most else "")
        except HTTPError as error:
            wait = error.headers.get("Retry-After", "")
            error.close()
            seconds = float(wait) if wait.isdecimal() else 0.0
            return _Reply(error.code, location=error.headers.get("Location", ""), wait=seconds)
        except (URLError, HTTPException, OSError) as error:
            return _Reply(0, str(getattr(error, "reason", "") or error or type(error).__name__))
        finally:
            self._asked[host] = time.monotonic()

    def _may(self, address: str) -> bool:
        """Whether the host lets programs ask for an address; where its robots.txt cannot be had, that does not say."""
        root = _root(address)
        if root not in self._robots:
            here, reply = f"{root}/robots.txt", _Reply(0)
            for _ in range(MOST_STEPS):
                reply = self._send("GET", here, LONGEST_ROBOTS)
                if not reply.location:
                    break
                here = urljoin(here, reply.location)
            self._robots[root] = robots = RobotFileParser()
            robots.parse(reply.text.splitlines() if reply.code == 200 else [])
        return self._robots[root].can_fetch(self._who, address)


def _root(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _judge(reply: _Reply, asked: str, here: str, is_moved: bool) -> Answer:
    """What a last reply means. A host that keeps programs out is not dead: a person has to look."""
    if not reply.code:
        return Answer(DEAD, f"does not answer: {reply.why}")
    if reply.code in GONE or (reply.code in BUSY and reply.code != 429):
        return Answer(DEAD, f"answers {reply.code}")
    if reply.code >= 300:
        return Answer(CLOSED, f"answers {reply.code} to programs")
    if here != asked and urlsplit(here).path in ("", "/") and urlsplit(asked).path not in ("", "/"):
        return Answer(DEAD, "leads to the front page now", here)
    return Answer(MOVED, "has moved", here) if is_moved else Answer(ANSWERS, at=here)
