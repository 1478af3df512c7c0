"""Which pages are looked at: one of each kind, in three languages by turns, or with --every-page all."""

from zlib import crc32

import pytest

from barriers import ALL, COLOURS, KINDS
from harness import TRANSLATIONS, Built
from visitor import DESK, PHONE

# English, the script that stands tallest and has no spaces, and the language of the longest words.
SAMPLE = ("", "km/", "tl/")
MIXED = "mixed"

FORCED = {"in the system's colours": (PHONE, {"forced_colors": "active"}, COLOURS)}
OWN = {
    "on a phone": (PHONE, {}, ALL),
    "in the dark": (PHONE, {"color_scheme": "dark"}, COLOURS),
    "at a desk": (DESK, {}, ALL),
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    every = metafunc.config.getoption("every_page")
    if "locale" in metafunc.fixturenames:
        metafunc.parametrize("locale", ["en", *TRANSLATIONS] if every else [MIXED])
    if "eyes" in metafunc.fixturenames:
        eyes = FORCED | OWN if every else FORCED
        metafunc.parametrize("eyes", eyes.values(), ids=eyes.keys())


@pytest.fixture
def paths(site: Built, locale: str, request: pytest.FixtureRequest) -> list[str]:
    """The pages of a language; or of each kind one, of which the next test sees the one in another language."""
    if locale == MIXED:
        turn = crc32(request.node.name.encode())
        return [f"{SAMPLE[(turn + at) % len(SAMPLE)]}{kind}" for at, kind in enumerate(KINDS)]
    folder = "" if locale == "en" else f"{locale}/"
    return [f"{folder}{path}" for path in site.english] + ["404.html"] * (not folder)
