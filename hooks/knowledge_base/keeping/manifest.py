"""The web app manifest of a language: how its first page stands among a phone's programs when it is put there."""

from typing import Any

from ..labels import Labels
from ..locale import language_tag

# Drawn from `docs/assets/images/favicon.svg`; one fills its square, for phones that cut icons to a form of their own.
ICONS = (
    {"src": "../assets/images/icon-192.png", "sizes": "192x192", "type": "image/png"},
    {"src": "../assets/images/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
    {"src": "../assets/images/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
)


def manifest(labels: Labels, home: str) -> dict[str, Any]:
    """The manifest; `home` is the address of the language's first page from the site's root, "km/"."""
    return {
        "name": labels("SSE Knowledge Base"),
        "short_name": "SSE",
        "lang": language_tag(labels.locale),
        "start_url": f"../{home}",
        "scope": "../",
        # With the browser's own way back and reload: pages link to each other, and to no other program.
        "display": "minimal-ui",
        "theme_color": "#0b4f4a",
        "background_color": "#ffffff",
        "icons": list(ICONS),
    }
