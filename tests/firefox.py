"""Firefox for the tests: the system's, driven through Marionette, the protocol that Mozilla builds into it.

Playwright drives only a Firefox of its own, and Mozilla's client for Python does not start on Python 3.13. What the
tests need of the protocol is little: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedRWPair
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

NAMES = ("firefox-esr", "firefox")
SECONDS = 60


def firefox() -> str:
    """The system's Firefox, or the browser that the environment names in FIREFOX."""
    executable = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)
    if not executable:
        pytest.fail(f"No browser: install one of {', '.join(NAMES)}, or name one: FIREFOX=/path/to/firefox pytest")
    return executable


@dataclass
class Firefox:
    """A Firefox that does as it is told; what it cannot do is an error."""

    wire: BufferedRWPair
    told: int = 0

    def tell(self, command: str, **parameters: Any) -> Any:
        """Sends a command and gives the answer's value."""
        self.told += 1
        message = json.dumps([0, self.told, command, parameters]).encode()
        self.wire.write(b"%d:%b" % (len(message), message))
        self.wire.flush()
        _, _, error, result = self.answer()
        assert error is None, error
        return result.get("value") if isinstance(result, dict) else result

    def answer(self) -> Any:
        """The next message: its length, a colon, JSON."""
        length = b""
        while (digit := self.wire.read(1)) != b":":
            assert digit, "Firefox has gone"
            length += digit
        return json.loads(self.wire.read(int(length)))

    def go(self, url: str) -> None:
        """Opens an address and waits until all of it is there."""
        self.tell("WebDriver:Navigate", url=url)

    def run(self, function: str, *arguments: Any) -> Any:
        """What an asynchronous JavaScript function in the page makes of the arguments."""
        script = f"const done = arguments[arguments.length - 1]; ({function})(...arguments).then(done)"
        return self.tell("WebDriver:ExecuteAsyncScript", script=script, args=list(arguments), sandbox=None)


@contextmanager
def started() -> Iterator[Firefox]:
    """A Firefox without a window and with an empty profile, which is gone in the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (Path(profile) / "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        process = subprocess.Popen(
            [firefox(), "--headless", "--marionette", "--no-remote", "--profile", profile],
            env=os.environ | {"HOME": profile},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            with connected(port) as wire:
                browser = Firefox(wire)
                browser.answer()  # says who it is
                browser.tell("WebDriver:NewSession")
                yield browser
        finally:
            process.terminate()
            process.wait(SECONDS)


@contextmanager
def connected(port: int) -> Iterator[BufferedRWPair]:
    """The connection to a Firefox that is starting."""
    for _ in range(SECONDS * 5):
        try:
            connection = socket.create_connection(("127.0.0.1", port), timeout=SECONDS)
            break
        except ConnectionRefusedError:
            time.sleep(0.2)
    else:
        pytest.fail("Firefox did not start")
    with connection, connection.makefile("rwb") as wire:
        yield wire
