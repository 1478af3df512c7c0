"""The place for the list of files to carry along, on the page that speaks of them.

The files are made from the built site and hold that page, too; so the list comes into it afterwards, as text, and what
is made from the page reads it without the list.
"""

import re

from lxml.html import HtmlElement

from .fragment import build, put_after
from .labels import Labels

PAGE = "offline.md"
# The section of the page below whose heading the list stands.
SECTION = "files"
NAME = "kb-files"
PLACE = re.compile(rf'(<div class="kb-on-screen {NAME}">\s*)<p(?: hidden)?>(.*?)</p>.*?</div>', re.DOTALL)


def hold_place(root: HtmlElement, labels: Labels) -> None:
    """Adds the place to the page; what stands there until there are files is true of every copy without them."""
    for heading in root.xpath(".//h2[@id=$section]", section=SECTION):
        nothing = build("p", labels("This copy of the site has none of these files."))
        put_after(heading, build("div", nothing, class_=f"kb-on-screen {NAME}"))


def fill(page: str, items: list[str]) -> str:
    """The page with a list of these items, each in HTML, in place of the one that it has; "" for none."""
    filled = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>" if items else ""
    opening = "<p hidden>" if items else "<p>"
    return PLACE.sub(lambda place: f"{place[1]}{opening}{place[2]}</p>{filled}</div>", page)


def empty(page: str) -> str:
    """The page as it was built."""
    return fill(page, [])
