"""What the theme writes that is not valid HTML, written so that it is: https://html.spec.whatwg.org/

All of it stands where a template of ours can change nothing, or only by a copy of the theme's.
"""

import re

# A box has no `autocomplete`; but with it Firefox leaves the menu closed when a page is loaded again. It asks the form
# of the box, too, and that may have one.
SWITCH = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off">')
FORM = "kb-switches"
END = "</body>"
# The heading of a table of contents is the label of the box that opens it; the front page of a section has none.
CONTENTS = "__toc"


def mend(page: str) -> str:
    """The HTML of a page as the theme made it, valid."""
    mended, switches = SWITCH.subn(rf'\1 form="{FORM}">', page)
    if switches:
        mended = mended.replace(END, f'<form id="{FORM}" autocomplete="off"></form>{END}')
    if f'id="{CONTENTS}"' not in mended:
        mended = mended.replace(f' for="{CONTENTS}"', "")
    return mended
