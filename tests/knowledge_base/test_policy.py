"""The policy of a page: what may run in it is what stands in a template, by its hash, and nothing else."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from harness import write_pages
from knowledge_base.policy import Known, guard, policy_of, scripts_of, strangers_in, texts_in

TEMPLATE = (
    '<script>go("{{ base_url }}")</script><style media="print">p { left: 0 }</style>'
    '<script type="application/json">{"a": 1}</script><script src="a.js"></script>'
)


def known(folder: Path) -> Known:
    """What stands in the templates of two folders."""
    write_pages(folder, {"a/main.html": TEMPLATE, "b/deep/more.html": '<script type="module">more()</script>'})
    write_pages(folder, {"b/notes.txt": "<script>notes()</script>"})
    return scripts_of([folder / "a", folder / "b"])


def exactly(*texts: str) -> Known:
    """Scripts and styles as pages may hold them, letter by letter."""
    return Known((), frozenset(texts))


def hash_of(text: str) -> str:
    """The source expression that lets an inline script or style run."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def sources(policy: str) -> dict[str, list[str]]:
    """The sources that a policy allows, by directive."""
    return {words[0]: words[1:] for words in map(str.split, policy.split("; "))}


def test_what_stands_in_templates_may_run(tmp_path: Path) -> None:
    """Each by its hash, under the directive of its kind; of what templates put in only ways to the site's top."""
    page = '<script>go("../..")</script><style>p { left: 0 }</style><script type="module">more()</script>'
    allowed = sources(policy_of(page, known(tmp_path)))
    assert allowed["script-src"] == ["'self'", "file:", *sorted([hash_of('go("../..")'), hash_of("more()")])]
    assert allowed["style-src"] == ["'self'", "file:", hash_of("p { left: 0 }")]


def test_what_stands_in_no_template_may_not_run(tmp_path: Path) -> None:
    """A stranger's script has no hash, whatever it begins like; it is named, so that the build can refuse it."""
    strange = ['go("https://other.example")', 'go("..");more()', "x\ny()"]
    page = "".join(f"<script>{text}</script>" for text in strange) + "<style>b{}</style><script>notes()</script>"
    assert sources(policy_of(page, known(tmp_path)))["script-src"] == ["'self'", "file:"]
    assert list(strangers_in(page, known(tmp_path))) == [*strange, "b{}", "notes()"]
    assert list(strangers_in('<script>go("/kb/")</script>', known(tmp_path))) == []


def test_data_and_files_are_no_scripts_of_the_page() -> None:
    """Browsers do not run what is of another type, and files of the site are allowed by where they come from."""
    page = (
        '<script type="application/ld+json">{}</script><script src="a.js"></script><script type="text/javascript">a()'
        "</script><script>b()</script><style src='x'>c{}</style>"
    )
    assert texts_in(page) == {"a()", "b()", "c{}"}


def test_nothing_else_is_allowed_than_files_of_the_site() -> None:
    """Without a rule of its own nothing is loaded; pictures may stand in the page; no page changes its base."""
    ours = ["'self'", "file:"]
    assert sources(policy_of("", exactly())) == {
        "default-src": ["'none'"],
        "script-src": ours,
        "style-src": ours,
        "img-src": [*ours, "data:"],
        "font-src": ours,
        "connect-src": ours,
        "manifest-src": ours,
        "worker-src": ours,
        "form-action": ours,
        "base-uri": ["'none'"],
    }


def test_what_is_known_letter_by_letter_may_run() -> None:
    """Signs that mean something in a pattern are letters."""
    assert list(strangers_in("<script>a.b(1)</script><script>aXb(1)</script>", exactly("a.b(1)"))) == ["aXb(1)"]


def test_the_policy_stands_before_all_that_it_is_about() -> None:
    """Behind the line with the encoding, which has to come first; written again, it is the same one once."""
    page = '<html><head class="a">\n  <meta charset="utf-8"><script>a()</script></head><body><head></body></html>'
    guarded = guard(page, exactly("a()"))
    policy = policy_of(page, exactly("a()"))
    assert guarded == page.replace(
        '"utf-8">',
        f'"utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="no-referrer">',
    )
    assert hash_of("a()") in policy
    assert guard(guarded, exactly("a()")) == guarded
    assert "sha256" not in guard(guarded, exactly())
    assert guard("<head><title>", exactly()).startswith('<head><meta http-equiv="Content-Security-Policy"')
