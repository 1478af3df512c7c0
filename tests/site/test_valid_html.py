"""Valid HTML, by the Nu Html Checker: each kind of page, in three languages by turns, or with --every-page all."""

import re

import pytest

import nu
from barriers import KINDS
from harness import Built
from knowledge_base.valid_markup import mend

# Where the checker errs: what it says, and why it is not so.
ERRS = {
    # It reads files, which to it are of no site; in browsers they are read: tests/browser/test_policy.py.
    r"warning: Resource violates Content Security Policy .*: external (stylesheet|script) “[./]*assets/[^”]+” blocked",
    # Browsers ask no policy about a script that is data: https://html.spec.whatwg.org/#prepare-the-script-element
    r'warning: Inline script violates Content Security Policy .* <script type="application/ld\+json">',
    # Filipino has a tag of its own, and the checker knows Tagalog only.
    r"warning: This document appears to be written in Tagalog but the “html” start tag has “lang=\"fil\"”",
}
WRONG = "wrong.html"
# The checker takes seconds to start: once is enough.
pytestmark = pytest.mark.xdist_group("valid")


@pytest.fixture(scope="module")
def found(site: Built, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the checker has against pages, and against one that was made wrong, without what it errs in."""
    every = sorted(site.folder.rglob("*.html"))
    sample = [site.folder / ("", "km", "tl")[at % 3] / kind / "index.html" for at, kind in enumerate(KINDS)]
    pages = every if pytestconfig.getoption("every_page") else [site.folder / "404.html", *sample]
    wrong = tmp_path_factory.mktemp("wrong") / WRONG
    wrong.write_text(
        (site.folder / "seminar" / "index.html")
        .read_text(encoding="utf-8")
        .replace('action="../terms/"', 'action="../terms/""')
        .replace('form="kb-switches"', 'autocomplete="off"')
        .replace('<label class="md-nav__title">', '<label class="md-nav__title" for="__toc">'),
        encoding="utf-8",
    )
    return {
        page.name if page is wrong else str(page.relative_to(site.folder)): [
            each for each in messages if not any(re.search(one, each) for one in ERRS)
        ]
        for page, messages in nu.check_all([*pages, wrong]).items()
    }


def test_pages_are_valid(found: dict[str, list[str]]) -> None:
    """The checker finds neither an error nor a warning in what is published."""
    assert {page: faults for page, faults in found.items() if faults and page != WRONG} == {}


@pytest.mark.parametrize(
    "words",
    ["No space between attributes", "Attribute “autocomplete” is only allowed", "The value of the “for” attribute"],
)
def test_a_fault_is_found(words: str, found: dict[str, list[str]]) -> None:
    """What was wrong once is found: a stray sign in a tag, a box that completes itself, a label of nothing."""
    assert words in " ".join(found[WRONG])


def test_the_themes_switches_stay_off_when_a_page_is_loaded_again() -> None:
    """The boxes of the menu and the search belong to a form that remembers nothing; labels keep what they are of."""
    switch = '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">'
    label = '<label class="md-nav__title" for="__toc">'
    toc = '<input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">'
    mended = mend(f"<body>{switch}{label}</body>")
    assert 'id="__drawer" form="kb-switches">' in mended
    assert '<form id="kb-switches" autocomplete="off"></form></body>' in mended
    assert '<label class="md-nav__title">' in mended
    assert label in mend(f"<body>{toc}{label}</body>")
    assert mend("<body></body>") == "<body></body>"
