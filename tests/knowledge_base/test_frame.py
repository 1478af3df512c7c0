"""The frame of a text: what a translation must have in common with its original."""

from typing import Any

from harness import each_case
from knowledge_base.block import read_blocks
from knowledge_base.frame import frame_of


@each_case("knowledge_base/cases/frames.yml")
def test_a_text_has_its_frame(case: dict[str, Any]) -> None:
    """Each part is named as a problem names it; numbers are the same in all digits and calendars."""
    assert frame_of(read_blocks(case["text"])) == case["frame"]
