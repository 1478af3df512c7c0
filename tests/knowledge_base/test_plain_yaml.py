"""YAML that strangers may write, and how our own words are written in it."""

import pytest
import yaml

from harness import each_case
from knowledge_base.plain_yaml import Refused, load, scalar


@each_case("knowledge_base/cases/plain_yaml.yml")
def test_words_are_written_so_that_they_are_read_as_they_are(case: dict[str, str]) -> None:
    """Plain where YAML allows it, in quotation marks elsewhere, in one line always."""
    assert (scalar(case["words"]), load(f"key: {case['written']}")) == (case["written"], {"key": case["words"]})


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: b\nc: !!python/name:os.system ''\n", 1, "tags are not read"),
        ("a: &b c\nd: *b\n", 0, "anchors and aliases are not read"),
        ("a: b\nc: " + "[" * 20 + "]" * 20 + "\n", 1, "this is nested too deep"),
        ("a: b\nc: 0x" + "f" * 5000 + "\n", 1, "this number is too long"),
    ],
)
def test_what_is_more_than_data_is_refused_with_its_line(text: str, line: int, problem: str) -> None:
    """The error says what is wrong and where, as PyYAML's own errors do."""
    with pytest.raises(Refused, match=problem) as caught:
        load(text)
    assert (caught.value.problem, caught.value.problem_mark.line) == (problem, line)


def test_brackets_within_words_and_depth_below_the_limit_are_read() -> None:
    """Only what is nested in fact is counted."""
    words = "[{" * 40
    assert load(f'a: "{words}"\n') == {"a": words}
    assert load("a: " + "[" * 18 + "]" * 18) == yaml.safe_load("a: " + "[" * 18 + "]" * 18)
