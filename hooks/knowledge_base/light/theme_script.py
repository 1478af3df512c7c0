"""A small script of ours in the place of the theme's, and what the theme's did to every page done once, in the HTML."""

import re

THEME = re.compile(r"<script>(?:(?!</script>).)*?(?:__md_|__tabbed_).*?</script>", re.DOTALL)
CONFIGURATION = re.compile(r'<script id="__config".*?</script>', re.DOTALL)
BUNDLE = re.compile(r'<script src="[^"]*assets/javascripts/bundle\.[^"]*"></script>')
OURS = re.compile(r'<script src="([^"]*)assets/scripts/(?:languages|open-search|read-again)\.js"></script>')
BODY = re.compile(r"<body[^>]*>")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
COMMENT_LINE = re.compile(r"^\s*//.*\n", re.MULTILINE)
# Of which the one file for all pages is made, in their order: what the theme's own script did, and what pages ask for.
OF_THEME = ("colours.js", "theme.js", "folds.js")
ASKED_FOR = ("languages.js", "open-search.js", "read-again.js")
FIRST = "first.js"
WHOLE = "assets/scripts/site.js"


def take_over(page: str, first: str) -> str:
    """The page with our script and without the theme's; `first` is the script that stands in the page."""
    page = BUNDLE.sub("", CONFIGURATION.sub("", THEME.sub("", page)))
    if found := OURS.search(page):
        script = f'<script src="{found[1]}{WHOLE}" defer></script>'
        page = page[: found.start()].rstrip() + script + OURS.sub("", page[found.end() :])
    page = BODY.sub(lambda body: f"{body[0]}<script>{first}</script>", page, count=1)
    return TABLE.sub(_scrollable, page)


def _scrollable(table: re.Match[str]) -> str:
    return f'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{table[0]}</div></div>'


def without_comments(script: str) -> str:
    """A script of ours without the lines that are comments."""
    return COMMENT_LINE.sub("", script).strip()


def join(scripts: list[str]) -> str:
    """Scripts of ours as one, each with its own names."""
    return "".join(f";(() => {{\n{without_comments(script)}\n}})()\n" for script in scripts)


def with_states_of_browsers(style_sheet: str) -> str:
    """The theme's style sheet with the browser's own state in place of a class that the theme's script gives."""
    return style_sheet.replace(".focus-visible", ":focus-visible")
