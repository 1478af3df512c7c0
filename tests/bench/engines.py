"""Three searches of the same pages: the site's own, Material's, Pagefind's. How a site with each is made, and asked."""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils import get_theme_dir

from knowledge_base.search_index import SearchedPage, file_of

# Asks a question and waits for its answer. Out come the milliseconds that it took, those since the page was opened, and
# where the results lead.
ASK = """async ([query, { field, isDone, links }]) => {
    const input = document.querySelector(field)
    const answered = new Function(`return ${isDone}`)
    const until = state => new Promise((done, failed) => {
        const late = setTimeout(() => failed(new Error(`No answer to ${query}`)), 120_000)
        const observer = new MutationObserver(() => look())
        const look = () => {
            if (answered() !== state) return
            observer.disconnect()
            clearTimeout(late)
            done()
        }
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        look()
    })
    const type = text => {
        input.value = text
        for (const name of ["input", "keyup"]) input.dispatchEvent(new Event(name, { bubbles: true }))
    }
    if (answered()) {
        type("")
        await until(false)
    }
    const start = performance.now()
    input.focus()
    type(query)
    await until(true)
    const end = performance.now()
    return [end - start, end, [...document.querySelectorAll(links)].map(link => link.href)]
}"""
MATERIAL = """\
site_name: Material's search
docs_dir: docs
theme: {{name: material, font: false, language: {language}}}
plugins: [search]
nav: [index.md]
validation: {{nav: {{omitted_files: ignore}}}}
"""
# Pagefind's words are replaced by such as tell the end of a search; the pause after typing is not counted elsewhere.
PAGEFIND = """\
<link rel="stylesheet" href="pagefind/pagefind-ui.css"><script src="pagefind/pagefind-ui.js"></script>
<div id="search"></div>
<script>new PagefindUI({element: "#search", showImages: false, pageSize: 10, debounceTimeoutMs: 0, translations: {
  zero_results: "0 found", one_result: "1 found", many_results: "[COUNT] found", searching: "…"}})</script>
"""


@dataclass(frozen=True)
class Engine:
    """A search and how it is asked.

    files   the paths of what a page loads for it
    field   where one types
    is_done whether the answer is here, in JavaScript
    links   the results
    """

    name: str
    files: re.Pattern[str]
    field: str
    is_done: str
    links: str

    @property
    def how(self) -> dict[str, str]:
        """What `ASK` has to know."""
        return {"field": self.field, "isDone": self.is_done, "links": self.links}


OURS = Engine(
    "ours",
    re.compile(r"/scripts/search[.-]|/search/\w+\.js"),
    ".md-search__input",
    """document.querySelector(".md-search__output").getAttribute("aria-busy") === "false" """,
    ".md-search-result__item > a",
)
MATERIALS = Engine(
    "Material",
    re.compile(r"/workers/search\.|/lunr/|/search/search_index"),
    ".md-search__input",
    """Object.entries(JSON.parse(document.getElementById("__config").textContent).translations).some(([name, words]) =>
        /^search.result.(none|one|other)$/.test(name)
        && document.querySelector(".md-search-result__meta").textContent.replace(/[0-9]+/, "#") === words)""",
    ".md-search-result__item > a",
)
PAGEFINDS = Engine(
    "Pagefind",
    re.compile("^/pagefind/"),
    ".pagefind-ui__search-input",
    """/ found$/.test(document.querySelector(".pagefind-ui__message")?.textContent.trim())
        && !document.querySelector(".pagefind-ui__loading")""",
    ".pagefind-ui__result-link",
)


def write_ours(site: Path, scripts: dict[str, str], folder: Path) -> Path:
    """A copy of the real site in which languages have other words to search."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("handouts", "sets", "*.br", "*.gz", "*.zip", "*.epub"))
    for locale, script in scripts.items():
        (folder / file_of(locale)).write_text(script, encoding="utf-8")
    return folder


def write_material(pages: Iterable[SearchedPage], locale: str, folder: Path) -> Path:
    """The pages with Material's theme as it comes; English where it does not speak the language."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    for page in pages:
        text = f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n{_body(page)}"
        (docs / f"{page.address.strip('/')}.md").write_text(text, encoding="utf-8")
    spoken = Path(get_theme_dir("material")) / "partials/languages" / f"{locale}.html"
    config = folder / "mkdocs.yml"
    config.write_text(MATERIAL.format(language=locale if spoken.is_file() else "en"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    return folder / "site"


def write_pagefind(pages: Iterable[SearchedPage], locale: str, folder: Path, program: Path) -> Path:
    """The pages as bare HTML, with Pagefind's index and its own interface on the first page."""
    for page in pages:
        file = folder / page.address / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(
            _document(page.title, locale, f"<main data-pagefind-body>{_body(page)}</main>"), encoding="utf-8"
        )
    (folder / "index.html").write_text(_document("Home", locale, PAGEFIND), encoding="utf-8")
    subprocess.run([program, "--site", folder, "--silent"], check=True)
    return folder


def _document(title: str, locale: str, body: str) -> str:
    head = f'<!doctype html><html lang="{locale}"><meta charset="utf-8"><title>{html.escape(title)}</title>'
    return f"{head}<body>{body}</body></html>"


def _body(page: SearchedPage) -> str:
    lines = [f"<h1>{html.escape(page.title)}</h1>"]
    for section in page.sections:
        if section.heading or section.name:
            heading = html.escape(" ".join(filter(None, (section.heading, section.name))))
            lines.append(f'<h2 id="{section.anchor}">{heading}</h2>')
        lines.append(f"<p>{html.escape(section.text)}</p>")
    return "\n\n".join(lines) + "\n"
