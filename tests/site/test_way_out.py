"""The way out of MkDocs: the domain does not know it, and a second renderer ties pages together as the site does."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html
from lxml.html import HtmlElement

from harness import ENVIRONMENT, PROJECT, Built

ROOT = "http://site/"
# Parts of an article that the site's templates put there: what a translation is, where to print, an offer to translate.
OF_TEMPLATES = "ancestor::aside or ancestor::*[contains(@class, 'kb-offer')]"
ENGINE = ("mkdocs", "material", "mkdocs_static_i18n", "engine")
FORBID = """
import importlib, pkgutil, sys
class Forbid:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {engine}:
            raise ImportError(name + " must not be imported")
sys.meta_path.insert(0, Forbid())
import knowledge_base
for module in pkgutil.walk_packages(knowledge_base.__path__, "knowledge_base."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def imported_by(file: Path) -> Iterable[str]:
    """The packages that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module).partition(".")[0]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python with the hooks' folder on its path."""
    environment = ENVIRONMENT | {"PYTHONPATH": str(PROJECT / "hooks")}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


def links_of(page: HtmlElement, path: str) -> Counter[tuple[str, str]]:
    """Where the links of a page's article lead, and their words."""
    article = next(page.iter("article"))
    links = article.xpath(f".//a[@href and not({OF_TEMPLATES})]")
    return Counter((urljoin(ROOT + path, link.get("href")), " ".join(link.text_content().split())) for link in links)


@pytest.fixture(scope="module")
def minimal(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as the minimal renderer makes it."""
    folder = tmp_path_factory.mktemp("minimal")
    done = run(str(PROJECT / "tests" / "minimal_renderer.py"), str(folder))
    return Built(done.returncode, done.stdout + done.stderr, folder)


def test_the_domain_imports_no_engine() -> None:
    """No file of `knowledge_base` or of the minimal renderer names MkDocs, its theme, its plugin, or our engine."""
    files = [*(PROJECT / "hooks" / "knowledge_base").rglob("*.py"), PROJECT / "tests" / "minimal_renderer.py"]
    assert {file.name for file in files if set(ENGINE) & set(imported_by(file))} == set()
    assert "mkdocs" in set(imported_by(PROJECT / "hooks" / "weave_pages.py"))


def test_the_domain_works_where_no_engine_is() -> None:
    """Every module of `knowledge_base` can be imported where importing MkDocs is an error, also by what it imports."""
    done = run("-c", FORBID.format(engine=ENGINE))
    assert (done.returncode, done.stderr) == (0, "")


def test_the_minimal_renderer_makes_every_page(minimal: Built, site: Built) -> None:
    """Every page of every language, at the same address, with the same title and language."""
    assert (minimal.code, minimal.output) == (0, "")
    assert minimal.pages == site.pages
    for path in site.pages:
        ours, theirs = minimal.page(path), site.page(path)
        assert ours.get("lang") == theirs.get("lang")
        assert ours.findtext(".//h1") == theirs.findtext(".//h1")


def test_the_minimal_renderer_makes_the_same_cross_links(minimal: Built, site: Built) -> None:
    """Concept to passage, passage to concepts, terms to glossary, sets, sources: each link of each article is there."""
    for path in site.pages:
        assert links_of(minimal.page(path), path) == links_of(site.page(path), path), path


def test_the_kinds_of_links_are_among_them(minimal: Built) -> None:
    """None of the kinds that the site is for is missing: else the comparison would compare nothing with nothing."""
    concept, source = minimal.article("km/values/equity/"), minimal.article("km/sources/wiego-definition/")
    to_passage = concept.xpath(".//*[@class='kb-attribution']/a/@href")
    assert "../../sources/wiego-definition/#value-3" in to_passage
    assert any(href.startswith("../../values/equity/#quote-") for href in source.xpath(".//a[@class='kb-mark']/@href"))
    assert concept.xpath(".//a[contains(@href, 'glossary/#')]")
    assert minimal.article("km/values/").find_class("kb-glance")


def test_the_minimal_renderer_leads_to_each_language(minimal: Built, site: Built) -> None:
    """The switcher of every page leads to the same page in each language, as the site's does."""
    for path in site.pages:
        ours = {urljoin(ROOT + path, href) for href in minimal.page(path).xpath("//nav/a/@href")}
        theirs = site.page(path).find_class("kb-languages")[0].xpath(".//a/@href")
        assert ours == {urldefrag(urljoin(ROOT + path, href))[0] for href in theirs}, path


def test_places_that_the_minimal_renderer_links_to_are_there(minimal: Built) -> None:
    """Each link inside the site leads to a page of the minimal renderer, and to an anchor of it."""
    pages = {path: html.fromstring((minimal.folder / path / "index.html").read_bytes()) for path in minimal.pages}
    anchors = {ROOT + path: {"", *page.xpath("//@id")} for path, page in pages.items()}
    broken = [
        (path, address)
        for path, page in pages.items()
        for address, _ in links_of(page, path)
        if address.startswith(ROOT) and urldefrag(address)[1] not in anchors.get(urldefrag(address)[0], ())
    ]
    assert broken == []
