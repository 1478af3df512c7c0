"""What a host is told of files that are named by their content, in the form that Netlify and Cloudflare Pages read."""

from collections.abc import Iterable

FILE = "_headers"
FOR_GOOD = "public, max-age=31536000, immutable"


def headers(named: Iterable[str], base: str) -> str:
    """The lines for the files that may be kept for good; `base` is the path below which the site stands: "/"."""
    return "".join(f"{base}{path}\n  Cache-Control: {FOR_GOOD}\n" for path in sorted(named))
