"""Which pages are looked at: half of the kinds, by turns and in three languages, or with --every-page all."""

from collections.abc import Callable

import pytest

from barriers import KINDS, SAMPLE
from harness import TRANSLATIONS, Built

MIXED = "mixed"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "locale" in metafunc.fixturenames:
        locales = ["en", *TRANSLATIONS] if metafunc.config.getoption("every_page") else [MIXED]
        # All tests of a language in one process: what they ask of its pages is seen on one walk.
        together = [pytest.param(locale, marks=pytest.mark.xdist_group(locale)) for locale in locales]
        metafunc.parametrize("locale", together, scope="module")


@pytest.fixture(scope="module")
def pages(site: Built, locale: str) -> Callable[[int], list[str]]:
    """The pages of a language; or of every second kind one, and at the next turn of the others, in other languages."""

    def of(turn: int) -> list[str]:
        if locale == MIXED:
            kinds = list(enumerate(KINDS))[turn % 2 :: 2]
            return [f"{SAMPLE[(turn + at) % len(SAMPLE)]}{kind}" for at, kind in kinds]
        folder = "" if locale == "en" else f"{locale}/"
        return [f"{folder}{path}" for path in site.english] + ["404.html"] * (not folder)

    return of
