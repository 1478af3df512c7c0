"""A built site of a few pages, written by hand: what the tests of editions are made from."""

from collections.abc import Mapping
from pathlib import Path

from harness import write_pages

CONFIG = """
site_name: A site
site_description: What it is.
copyright: Ours is <a href="https://licence.example/">free</a>.
nav: [index.md, values/index.md, values/equity.md, sources/text.md, translating.md]
plugins:
  - i18n:
      languages:
        - { locale: en, name: English }
        - { locale: km, name: ភាសាខ្មែរ }
"""
ROOT = "https://kb.example/"
# The files of a site with two languages, and of each of them something that the other's editions must not have.
FILES = {
    "": '<h1 id="a">A site</h1><p><a href="values/equity/#b">Equity</a></p>',
    "values/": '<h1 id="values">Values</h1><ol><li><a href="equity/">Equity</a></li></ol>',
    "values/equity/": (
        '<h1 id="equity">Equity<a class="headerlink" href="#equity"></a></h1><p id="b">Work together</p>'
        '<p><a href="../../sources/text/#para-1">A text</a> <a href="../../handouts/en/one.pdf">Print</a> '
        '<a href="../../translating/">Help</a></p>'
        '<svg viewbox="0 0 9 9" role="group" aria-label="A wheel"><circle r="3"></circle></svg>'
    ),
    "sources/text/": '<h1 id="text">A text</h1><p id="para-1" lang="en">Decide <em>together</em>.</p>',
    "translating/": '<h1 id="help">Help</h1><p><a href="../values/">Values</a></p>',
    "km/": '<h1 id="a">គេហទំព័រ</h1><p><a href="values/equity/#b">សមធម៌</a></p>',
    "km/values/": '<h1 id="values">គុណតម្លៃ</h1><ol><li><a href="equity/">សមធម៌</a></li></ol>',
    "km/values/equity/": (
        '<aside class="kb-notice"><p>សេចក្តីព្រាង។ <a href="../../../values/equity/" hreflang="en">English</a> · '
        '<a href="../../translating/">ជួយ</a></p></aside>'
        '<h1 id="equity">សមធម៌</h1><p id="b">យើងធ្វើការជាមួយគ្នាក្នុងសហករណ៍</p>'
        '<p><a href="../../sources/text/#para-1">អត្ថបទ</a></p>'
    ),
    "km/sources/text/": '<h1 id="text">អត្ថបទ</h1><p id="para-1">សម្រេចចិត្ត <em lang="en">together</em>។</p>',
    "km/translating/": '<h1 id="help">ជួយ</h1>',
}
BESIDE: dict[str, str | bytes] = {
    "404.html": "<h1>Not here</h1>",
    "sitemap.xml": "<urlset/>",
    "assets/styles/a.css": "p { margin: 0 }",
    "assets/fonts/km-letters.woff2": b"wOF2",
    "assets/javascripts/bundle.js.map": "{}",
    "handouts/en/one.pdf": b"%PDF-",
    "handouts/km/one.pdf": b"%PDF-",
    "search/km.js": "1",
    "downloads/old.zim": "ZIM",
}


def make_site(project: Path, **others: str) -> Path:
    """A project with this site in `site/`; other pages, by their paths with "__" for "/", come on top or instead."""
    given = FILES | {path.replace("__", "/"): article for path, article in others.items()}
    pages: dict[str, str | bytes] = {
        f"{path}index.html": page(path, article) for path, article in given.items() if article
    }
    write_pages(project, {"mkdocs.yml": CONFIG, "docs/en/index.md": "# A site\n"})
    write_pages(project / "site", {**pages, **BESIDE})
    return project


def page(path: str, article: str) -> str:
    """A page as the theme makes it, with a switcher of languages and a style sheet."""
    locale = "km" if path.startswith("km/") else "en"
    up = "../" * path.count("/")
    return (
        f'<!doctype html><html lang="{locale}"><head><title>A</title><link rel="canonical" href="{ROOT}{path}">'
        f'<link rel="alternate" hreflang="km" href="{ROOT}km/"><link rel="stylesheet" href="{up}assets/styles/a.css">'
        f'</head><body><details class="kb-languages"><a href="{up}km/">km</a></details>'
        f"<article>{article}</article></body></html>"
    )


def read_all(folder: Path) -> Mapping[str, bytes]:
    """All files below a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
