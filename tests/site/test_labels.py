"""The catalogues hold what the site says, and nothing else."""

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from lxml import etree
from mkdocs.utils.yaml import yaml_load

from harness import PROJECT, TRANSLATIONS
from knowledge_base.concept_links import NAMES

TEMPLATE_CALL = re.compile(r"""\b(?:label|say)\(\s*(["'])(.+?)\1\s*\)""")
BESIDE = PROJECT / "docs" / ".translations"


def in_code() -> Iterator[str]:
    """The words given to `labels(…)` in the code, and those in constants that it is given."""
    for file in (PROJECT / "hooks").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "labels":
                yield from (str(each.value) for each in ast.walk(node) if isinstance(each, ast.Constant))


def in_templates() -> Iterator[str]:
    """The words given to `label(…)` or `say(…)` in the templates."""
    for file in (PROJECT / "overrides").rglob("*.html"):
        yield from (match[2] for match in TEMPLATE_CALL.finditer(file.read_text(encoding="utf-8")))


def in_configuration() -> Iterator[str]:
    """What the configuration says to readers: the site, its sections, its colours."""
    config = yaml_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    yield from (" ".join(config[key].split()) for key in ("site_name", "site_description", "copyright"))
    yield from (section for entry in config["nav"] if isinstance(entry, dict) for section in entry)
    yield from (option["toggle"]["name"] for option in config["theme"]["palette"])


def in_drawings() -> Iterator[str]:
    """The words in the drawings."""
    for file in (PROJECT / "docs/assets/images").glob("*.svg"):
        yield from (text.text or "" for text in etree.parse(file).iter("{*}text") if text.get("lang") != "en")


@pytest.mark.parametrize("file", ["labels.pot", *(f"{locale}/labels.po" for locale in TRANSLATIONS)])
def test_a_catalogue_holds_all_that_the_site_says(file: str) -> None:
    """The template and every catalogue hold each label of code, templates, configuration and drawings, and no other."""
    used = {*in_code(), *NAMES.values(), *in_templates(), *in_configuration(), *in_drawings()} - {""}
    with (BESIDE / file).open("rb") as stream:
        messages = {str(message.id): str(message.string) for message in read_po(stream) if message.id}
    assert set(messages) == used
    assert file.endswith(".pot") or all(messages.values())
