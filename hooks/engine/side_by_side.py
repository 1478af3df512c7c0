"""Builds languages in processes of their own, which begin with all that the first language's build knows."""

import gc
import logging
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from .aside import end_with_parent
from .private import begin, empty_folder, entries_of, in_short, pages_of

log = logging.getLogger("mkdocs.hooks.build_side_by_side")
ALL = logging.getLogger("mkdocs")
# What a process of ours builds: it is there from the start, since the process is a copy of the one that began it.
_config: MkDocsConfig


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class Report:
    """What the build of a language hands over: all that is not written to its files.

    said    what it logged, in order
    entries what it gathered for the search
    pages   its pages' files in short, for the sitemap
    failure why it stopped, or ""
    """

    said: list[logging.LogRecord]
    entries: list[Any]
    pages: list[Any]
    failure: str


class SideBySide:
    """The languages that are being built by other processes, and what these hand over."""

    def __init__(self, config: MkDocsConfig, locales: Iterable[str], jobs: int) -> None:
        # What waits to be written, and what the search for garbage would look at again, is there once for all.
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()
        context = multiprocessing.get_context("fork")
        self._pool = ProcessPoolExecutor(jobs, context, _enter, (config, max(1, config.extra["cores"] // jobs)))
        self._reports: dict[str, Future[Report]] = {locale: self._pool.submit(_build, locale) for locale in locales}

    def take(self, locale: str, plugin: Any) -> None:
        """Waits for a language, and takes over what its build said and gathered; raises Abort where it failed."""
        try:
            report = self._reports[locale].result()
        except BrokenProcessPool:
            raise Abort(
                f"The process that built '{locale}' was ended. Out of memory? SITE_JOBS=1 takes less."
            ) from None
        for record in report.said:
            logging.getLogger(record.name).handle(record)
        if report.failure:
            raise Abort(report.failure)
        entries_of(plugin).extend(report.entries)
        pages_of(plugin)[locale] = report.pages

    def stop(self) -> None:
        """Ends the processes; what they were doing is lost."""
        for process in multiprocessing.active_children():
            process.kill()
        # Waited for: the thread that looks after the pool must not be alive when Python ends.
        self._pool.shutdown(cancel_futures=True)


def build_leniently(config: MkDocsConfig, dirty: bool = False) -> None:
    """Builds a language; warnings do not end it: the build around it counts them, so that those of all are shown."""
    strict, config.strict = config.strict, False
    try:
        build(config, dirty=dirty)
    finally:
        config.strict = strict


class _Heard(logging.Handler):
    """Keeps what is logged, in a form that goes from process to process."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args = record.getMessage(), None
        if record.exc_info:
            record.exc_text, record.exc_info = logging.Formatter().formatException(record.exc_info), None
        self.records.append(record)


def _enter(config: MkDocsConfig, cores_each: int) -> None:
    global _config
    _config = config
    config.extra["cores"] = cores_each
    end_with_parent()
    # Ctrl+C reaches all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    empty_folder(False)


def _build(locale: str) -> Report:
    plugin: Any = _config.plugins["i18n"]
    before, heard, failure = len(entries_of(plugin)), _Heard(), ""
    ALL.handlers[:] = [heard]
    begin(plugin, locale, is_first=False)
    try:
        build_leniently(_config)
    except Abort as error:
        failure = str(error)
    except Exception as error:
        log.error("%s", traceback.format_exc())
        failure = f"Building '{locale}' failed: {error}"
    pages = [in_short(file) for file in pages_of(plugin).get(locale, ())]
    return Report(heard.records, entries_of(plugin)[before:], pages, failure)
