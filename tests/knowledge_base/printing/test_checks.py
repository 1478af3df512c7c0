"""What eyes miss in a document is found."""

import pytest

from knowledge_base.printing.checks import Overrun, count_pages, lines_over_the_edge
from knowledge_base.printing.pdf import lay_out
from sample_handout import ADDRESS, PACKAGES, fonts

STYLE = "@page { size: 60mm; margin: 5mm } table { table-layout: fixed; width: 100% }"
LONG = "Unternehmensverantwortungsgesetzgebung"


@pytest.mark.skipif(not PACKAGES.is_dir(), reason="the fonts are not installed: npm ci")
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>short words that go on and on, over more than one line</p>", []),
        (f"<p>A</p><p style='break-before: page'><b>{LONG}</b></p>", [Overrun(2, LONG)]),
        ("<table><tr><td>Genossenschaften</td><td>B</td></tr></table>", [Overrun(1, "Genossenschaften")]),
        ("<p>Genossenschaften</p>", []),
        # A line that is short itself, in a box that is placed too far to the right.
        ("<p style='margin-left: 45mm'>equity</p>", [Overrun(1, "equity")]),
    ],
)
def test_lines_over_the_edge_are_found(body: str, expected: list[Overrun]) -> None:
    """A line that passes the margin of its page or the edge of its cell is named with its page."""
    laid_out = lay_out(f'<html lang="en"><title>A</title>{body}</html>', [STYLE], fonts("en"), ADDRESS)
    assert lines_over_the_edge(laid_out) == expected
    assert count_pages(laid_out) == body.count("break-before") + 1
