"""All levers on a small site that looks as the theme builds one."""

import hashlib
import re
from pathlib import Path

import pytest

from harness import write_pages
from knowledge_base.light.levers import NONE, Levers
from knowledge_base.light.lighten import lighten
from knowledge_base.light.styling import dress, make_styles, sheets_of

SCRIPTS = "assets/scripts"
HEAD = (
    '<html lang="{locale}"><head><title>A</title>\n  <link rel="stylesheet" href="{up}assets/stylesheets/main.css">\n'
    '  <link rel="stylesheet" href="{up}assets/styles/ours.css"></head>'
)
PAGE = (
    HEAD + '<body class="a">\n<script>__md_scope=1</script>\n\n  <article class="seen">{article}</article>'
    '<footer class="md-footer"><p>F</p></footer>\n<script id="__config">{{}}</script>\n'
    '<script src="{up}assets/scripts/languages.js"></script>\n{more}'
    '<script src="{up}assets/javascripts/bundle.a5.min.js"></script></body></html>'
)
FILES: dict[str, str | bytes] = {
    "assets/stylesheets/main.css": "p.focus-visible { left: 0 } .unseen { left: 0 } .md-footer p { top: 0 }",
    "assets/stylesheets/deep/a.txt": "a",
    "assets/styles/ours.css": (
        '@font-face { font-family: K; src: url("../fonts/km-letters.woff2") }\n'
        '@font-face { font-family: L; src: url("../fonts/lo-letters.woff2") }\n.seen { right: 0 } .rare { bottom: 0 }'
    ),
    "assets/fonts/km-letters.woff2": b"khmer",
    "assets/fonts/lo-letters.woff2": b"lao",
    "assets/javascripts/bundle.a5.min.js": "theme()",
    "assets/javascripts/workers/search.js": "search()",
    f"{SCRIPTS}/colours.js": "colours()",
    f"{SCRIPTS}/theme.js": "// ours\ntheme()",
    f"{SCRIPTS}/folds.js": "folds()",
    f"{SCRIPTS}/languages.js": "languages()",
    f"{SCRIPTS}/open-search.js": "openSearch()",
    f"{SCRIPTS}/read-again.js": "readAgain()",
    f"{SCRIPTS}/first.js": "// what comes first\nfirst()\n",
    f"{SCRIPTS}/worksheet.js": "worksheet()",
    "km/index.html": PAGE.format(locale="km", up="../", article="<p>A</p>", more=""),
    "km/rare/index.html": PAGE.format(
        locale="km",
        up="../../",
        article='<p class="rare">B</p><pre>\n  kept\n\n</pre>',
        more='<script src="../../assets/scripts/open-search.js"></script>\n'
        '<script src="../../assets/scripts/worksheet.js"></script>\n',
    ),
    "plain/index.html": "<html><body><p>No sheet\n\n  at all</p></body></html>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with two pages of the theme's, and one that is none."""
    write_pages(tmp_path, FILES)
    return tmp_path


def only(**levers: bool) -> Levers:
    """These levers and no others."""
    return Levers(**{**vars(NONE), **levers})


def read(site: Path, path: str) -> str:
    """A file of the site."""
    return (site / path).read_text(encoding="utf-8")


def left_in(site: Path) -> set[str]:
    """The files of the site that are no pages."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file() and file.suffix != ".html"}


def test_without_levers_nothing_changes(site: Path) -> None:
    """Every file is as it was, and not written again."""
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in site.rglob("*") if file.is_file()}
    assert lighten(site, NONE, ["km/index.html"], "/") == set()
    assert {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in before} == before
    assert left_in(site) == {path for path in FILES if not path.endswith(".html")}


def test_our_script_takes_the_place_of_the_theme_s(site: Path) -> None:
    """What pages ask for is in one file, each part in a scope of its own; what only the theme had is gone."""
    assert lighten(site, only(script=True), [], "/") == {"first()"}
    scripts = [path for path in left_in(site) if path.endswith(".js")]
    assert sorted(scripts) == [f"{SCRIPTS}/site.js", f"{SCRIPTS}/worksheet.js"]
    assert not (site / "assets/javascripts").exists()
    parts = ["colours()", "theme()", "folds()", "languages()", "openSearch()"]
    assert read(site, f"{SCRIPTS}/site.js") == "".join(f";(() => {{\n{part}\n}})()\n" for part in parts)
    page = read(site, "km/rare/index.html")
    assert re.findall(r"<script[^>]*>", page) == [
        "<script>",
        '<script src="../../assets/scripts/site.js" defer>',
        '<script src="../../assets/scripts/worksheet.js">',
    ]
    assert '<body class="a"><script>first()</script>' in page
    assert read(site, "assets/stylesheets/main.css").startswith("p:focus-visible {")
    assert (
        read(site, "plain/index.html")
        == "<html><body><script>first()</script><p>No sheet\n\n  at all</p></body></html>"
    )


def test_one_style_sheet_takes_the_place_of_all(site: Path) -> None:
    """A page like the samples carries the styles of its first screen; one with more waits for the whole sheet."""
    written = lighten(site, only(styles=True), ["km/index.html", "nowhere.html"], "/")
    sheets = [path for path in left_in(site) if path.startswith(("assets/styles", "assets/stylesheets"))]
    assert sheets == ["assets/styles/site.css"]
    assert not (site / "assets/stylesheets").exists()
    whole = read(site, "assets/styles/site.css")
    assert [name for name in (".seen", ".rare", ".unseen", ".md-footer p") if name in whole] == [
        ".seen",
        ".rare",
        ".md-footer p",
    ]
    page, rare = read(site, "km/index.html"), read(site, "km/rare/index.html")
    (style,) = written
    assert f"<style>{style}</style>" in page
    assert ".seen{right:0}" in style
    assert "../assets/fonts/km-letters.woff2" in style
    assert "lo-letters" not in style
    sheet = '<link rel="stylesheet" href="../assets/styles/site.css"'
    assert page.count(sheet) == 2
    assert f'</style>{sheet} media="(min-width: 30em)"></head>' in page
    assert page.partition("</footer>")[2].startswith(f"{sheet}>\n<script id=")
    assert rare.count("<style>") == 0
    assert rare.count('<link rel="stylesheet" href="../../assets/styles/site.css"></head>') == 1
    assert read(site, "plain/index.html") == FILES["plain/index.html"]


def test_space_that_nobody_sees_goes(site: Path) -> None:
    """What is preformatted stays as it is."""
    assert lighten(site, only(markup=True), [], "/") == set()
    assert read(site, "plain/index.html") == "<html><body><p>No sheet\nat all</p></body></html>"
    assert "<pre>\n  kept\n\n</pre>" in read(site, "km/rare/index.html")


def test_files_are_named_by_their_content(site: Path) -> None:
    """Pages and style sheets know the names, and hosts are told of them; no page, no drawing gets another name."""
    lighten(site, only(names=True), [], "/kb/")
    named = {re.sub(r"\.[0-9a-f]{8}\.", ".", path): path for path in left_in(site)}
    ours = {path for path in FILES if path.endswith((".css", ".js", ".woff2"))}
    assert ours <= named.keys()
    assert all(named[path] != path for path in ours)
    font = named["assets/fonts/km-letters.woff2"]
    assert font == f"assets/fonts/km-letters.{hashlib.sha256(b'khmer').hexdigest()[:8]}.woff2"
    assert f'url("../fonts/{Path(font).name}")' in read(site, named["assets/styles/ours.css"])
    assert f'src="../{named["assets/scripts/languages.js"]}"' in read(site, "km/index.html")
    told = read(site, "_headers").splitlines()[::2]
    assert told == sorted(f"/kb/{named[path]}" for path in ours)
    assert named["assets/stylesheets/deep/a.txt"] == "assets/stylesheets/deep/a.txt"


def test_all_levers_together_tell_what_they_wrote_into_pages(site: Path) -> None:
    """What is given is what stands in the pages, with the new names: the policy is made of it."""
    written = lighten(site, Levers(), ["km/index.html"], "/")
    page = read(site, "km/index.html")
    assert len(written) == 2
    assert all(f">{text}</" in page for text in written)
    assert any(re.search(r"km-letters\.[0-9a-f]{8}\.woff2", text) for text in written)
    assert re.search(r'<script src="\.\./assets/scripts/site\.[0-9a-f]{8}\.js" defer>', page)
    assert "\n\n" not in page


def test_style_sheets_of_a_page_are_those_of_the_site() -> None:
    """In their order, below the site's folder; others are none."""
    page = HEAD.format(locale="en", up="../../") + '<link rel="icon" href="a.css">'
    assert sheets_of(page) == ["assets/stylesheets/main.css", "assets/styles/ours.css"]


def test_a_page_without_a_language_has_no_fonts_of_one() -> None:
    """Its styles stand in the page without any font."""
    page = PAGE.format(locale="", up="", article="<p>A</p>", more="").replace(' lang=""', "")
    styles = make_styles([str(FILES["assets/styles/ours.css"])], [page], [], [page])
    assert "<style>" in dress(page, styles)
    assert "woff2" not in dress(page, styles)
    assert styles.sheet.count("woff2") == 2
