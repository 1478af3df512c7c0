"""What the theme writes that is not valid HTML is written so that it is."""

from typing import Any

from harness import each_case
from knowledge_base.valid_markup import mend


@each_case("knowledge_base/cases/valid_markup.yml")
def test_the_theme_s_markup_is_mended(case: dict[str, Any]) -> None:
    """Boxes keep what Firefox asks for in a form of their own; a label of nothing is none."""
    assert mend(case["given"]) == case["mended"]
