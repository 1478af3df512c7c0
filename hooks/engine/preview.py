"""What has to be built again of a site that is served: the languages that a change concerns, others when asked for."""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

# How long a reader's browser waits for a language before it gets the pages as they were.
PATIENCE = 60.0


class Preview:
    """The languages of a site that is served: which are as their pages say, and which are not yet.

    A change of a translation concerns its language; any other concerns all. The first language is built at once then,
    the others as soon as somebody looks at them. When pages come or go, or the configuration changes, all is built.
    """

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[int, int]] = {}
        self._outdated: set[str] = set()
        self._wanted: set[str] = set()
        self._building: set[str] = set()
        self._news = threading.Condition()
        # Of the languages that are built.
        self.pages: dict[str, list[Any]] = {}

    def plan(self, docs: Path, config: Path, locales: list[str]) -> list[str]:
        """The languages to build now; all of them: the site is built anew. `locales` begins with the first."""
        before, self._seen = self._seen, dict(_look(docs, config))
        changed = {file for file in self._seen if self._seen[file] != before.get(file)}
        with self._news:
            if before.keys() != self._seen.keys() or config in changed or set(locales) - self.pages.keys():
                # Until all are built, the site is no whole one.
                self.pages.clear()
                self._outdated, self._building = set(locales), set(locales)
                return locales
            found = {_locale_of(file, docs, locales) for file in changed}
            concerned = {locale for locale in found if locale}
            if None in found or not (found or self._wanted):
                self._outdated = set(locales)
                concerned.add(locales[0])
            self._outdated |= concerned
            self._building = concerned | self._wanted
            return [locale for locale in locales if locale in self._building]

    def done(self, locale: str, pages: list[Any]) -> None:
        """Says that a language is built, with its pages as the sitemap needs them."""
        with self._news:
            self.pages[locale] = pages
            self._outdated.discard(locale)
            self._wanted.discard(locale)
            self._building.discard(locale)
            self._news.notify_all()

    def give_up(self) -> None:
        """Says that a build failed: nobody waits any longer."""
        with self._news:
            self._wanted.clear()
            self._building.clear()
            self._news.notify_all()

    def ask_for(self, locale: str, begin: Callable[[], None]) -> None:
        """Where a language is not as its pages say, has a build begin that makes it so, and waits for it."""
        with self._news:
            if locale not in self._outdated or locale in self._building:
                return  # what is being built already, the server waits for by itself
            self._wanted.add(locale)
        begin()
        with self._news:
            self._news.wait_for(lambda: locale not in self._wanted, PATIENCE)


def _look(docs: Path, config: Path) -> Iterable[tuple[Path, tuple[int, int]]]:
    for file in (config, *(Path(folder) / name for folder, _, names in os.walk(docs) for name in names)):
        about = file.stat()
        yield file, (about.st_mtime_ns, about.st_size)


def _locale_of(file: Path, docs: Path, locales: list[str]) -> str | None:
    """The translation that a file alone concerns: `docs/lo/…`, `docs/.translations/lo/…`; None where it is no such."""
    parts = file.relative_to(docs).parts
    return next((part for part in parts[:-1][:2] if part in locales[1:]), None)
