"""The built site as a folder of files: which of them belong to a language, and where a link on a page leads."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from ..file_list import empty
from ..locale import SOURCE, language_tag

# What the editions themselves are published in.
DOWNLOADS = "downloads"
# The theme's own search, which holds all languages at once; the lists by which browsers keep a language.
NOT_NEEDED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "search/search_index.json", "keeping/")
NOT_FOUND = "404.html"
HOME = "index.html"
# What lies beside a text for servers is the same text.
COMPRESSED = (".br", ".gz")


class CannotMake(Exception):
    """Something is not there that an edition is made from; the message says what, and what to do."""


@dataclass(frozen=True)
class BuiltSite:
    """A folder with the site of these locales, as `mkdocs build` leaves it."""

    folder: Path
    locales: tuple[str, ...]

    def check(self) -> None:
        """Raises CannotMake where the site, or one of its languages, is not there."""
        remedy = "Build it first, with all its languages: make site"
        if not (self.folder / HOME).is_file():
            raise CannotMake(f"There is no site in {self.folder}/. {remedy}")
        missing = [locale for locale in self.locales if not (self.folder / self.home(locale)).is_file()]
        if missing or self.read(HOME).get("lang") != language_tag(SOURCE):
            named = ", ".join(missing) or SOURCE
            raise CannotMake(f"The site in {self.folder}/ lacks languages that mkdocs.yml names: {named}. {remedy}")

    def home(self, locale: str) -> str:
        """The path of a locale's first page."""
        return HOME if locale == SOURCE else f"{locale}/{HOME}"

    @cached_property
    def address(self) -> str:
        """Where the site is published, with a slash at its end; "" where it does not say so."""
        found = self.read(HOME).xpath("string(//link[@rel='canonical']/@href)")
        return str(found)

    @cached_property
    def _files(self) -> tuple[str, ...]:
        found = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file())
        return tuple(sorted(path for path in found if not path.endswith(COMPRESSED)))

    def read(self, path: str) -> HtmlElement:
        """A page as a tree."""
        return html.document_fromstring(self.content(path).decode())

    def content(self, path: str) -> bytes:
        """A file as it was built: of a page, without the list of editions, which hold that page themselves."""
        content = (self.folder / path).read_bytes()
        return empty(content.decode()).encode() if path.endswith(".html") else content

    def pages(self, locale: str) -> list[str]:
        """The paths of a locale's pages, in the order of their letters."""
        return [path for path in self._files if path.endswith(".html") and self._locale_of(path) == locale]

    def beside(self, locale: str) -> list[str]:
        """The files that the pages of a locale need, or offer: styles, scripts, fonts, drawings, handouts."""
        return [path for path in self._files if not path.endswith(".html") and self._is_beside(path, locale)]

    def find_page(self, locale: str, source: str) -> str | None:
        """The path of the page that is made from a Markdown file of a locale ("values/equity.md"); None without one."""
        folder = "" if locale == SOURCE else f"{locale}/"
        name = source.removesuffix(".md")
        forms = (f"{name}.html", f"{name}/index.html")
        return next((folder + form for form in forms if (self.folder / (folder + form)).is_file()), None)

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """The path that a link on a page leads to, and its fragment with its sign; None where it leaves the site."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        way = unquote(urlsplit(urljoin(f"/{quote(page)}", parts.path)).path).removeprefix("/")
        path = page if not parts.path else way + HOME if not way or way.endswith("/") else way
        return path, f"#{parts.fragment}" if parts.fragment else ""

    def published(self, path: str) -> str | None:
        """The address of a file of the site on the web; None where the site does not say where it is published."""
        return f"{self.address}{quote(path.removesuffix(HOME))}" if self.address else None

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return (self.folder / path).is_file()

    def _locale_of(self, path: str) -> str | None:
        first = path.partition("/")[0]
        if first in self.locales and first != SOURCE:
            return first
        return SOURCE if path != NOT_FOUND else None

    def _is_beside(self, path: str, locale: str) -> bool:
        parts = PurePosixPath(path).parts
        if len(parts) == 1 or parts[0] == DOWNLOADS or path.startswith(NOT_NEEDED) or path.endswith(".map"):
            return False
        # Files of one language are named after it, as are folders: "assets/fonts/km-letters.woff2", "sets/km/…".
        words = {part.partition(".")[0].partition("-")[0] for part in parts}
        named = words.intersection(self.locales)
        return locale in named or not named
