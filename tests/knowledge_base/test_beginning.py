"""Languages that begin: the build counts what they lack."""

from pathlib import Path

from harness import make_library
from knowledge_base.beginning import tell_beginnings

CONFIG = """
extra: { beginning: [ms, xx] }
plugins:
  - i18n:
      languages:
        - { locale: en, name: English }
        - { locale: id, name: Bahasa Indonesia }
        - { locale: ms, name: Bahasa Melayu }
"""
PAGES: dict[str, str | bytes] = {
    "../../mkdocs.yml": CONFIG,
    "a.md": "# A\n",
    "b.md": "# B\n",
    "../ms/a.md": "# A1\n",
    "../.translations/labels.pot": 'msgid "Owner"\nmsgstr ""\n\nmsgid "Date"\nmsgstr ""\n\nmsgid "Rights"\nmsgstr ""\n',
    "../.translations/ms/labels.po": 'msgid "Owner"\nmsgstr "Pemilik"\n\nmsgid "Date"\nmsgstr ""\n',
}


def test_of_a_language_that_begins_is_said_what_it_lacks(tmp_path: Path) -> None:
    """Its pages, labels and key terms are counted; languages that do not begin, or are none of the site, are not."""
    lines = list(tell_beginnings(make_library(tmp_path, PAGES)))
    assert len(lines) == 1
    assert lines[0].startswith(
        "Bahasa Melayu (ms) begins and lacks 1 of 2 pages, 2 of 3 labels, the table of key terms: "
    )
    assert not list(tell_beginnings(make_library(tmp_path, PAGES | {"../../mkdocs.yml": "nav: [a.md]\n"})))
