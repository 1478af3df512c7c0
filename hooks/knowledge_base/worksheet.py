"""The worksheet on screen: what its script needs to stand there, in the reader's language. Without the script it is
the form to print, with two lines to fill in by hand."""

from lxml.html import HtmlElement

from .fragment import build
from .labels import Labels

STATEMENTS = "statements"


def equip_worksheet(root: HtmlElement, labels: Labels) -> None:
    """Adds the lines for the group and the date, and hidden until the script shows them the controls and the scores."""
    statements = next((each for each in root.iter("h2") if each.get("id") == STATEMENTS), None)
    wheel = next(iter(root.find_class("kb-wheel")), None)
    if statements is None or wheel is None:
        return
    statements.addprevious(_lines_to_fill(labels))
    statements.addprevious(_controls(labels))
    wheel.getparent().addnext(_scores(root, labels))  # type: ignore[union-attr]  # what is found in a tree has a parent


def _lines_to_fill(labels: Labels) -> HtmlElement:
    fields = {"group": labels("Our group"), "date": labels("Date")}
    blanks = [
        build("label", labels("{owner}:").format(owner=words), " ", build("span", class_="kb-blank", data_field=name))
        for name, words in fields.items()
    ]
    return build("p", *blanks, class_="kb-fill")


def _controls(labels: Labels) -> HtmlElement:
    files = {"open": labels("Open a saved file"), "compare": labels("Compare with an earlier file")}
    acts = {"save": labels("Save as a file"), "print": labels("Print"), "clear": labels("Begin again")}
    controls = [build("button", words, type="button", data_act=name) for name, words in acts.items()]
    for name, words in files.items():
        chooser = build("input", type="file", accept=".json,application/json", data_act=name)
        controls.append(build("label", words, " ", chooser))
    return build(
        "div",
        build("p", build("strong", labels("Fill in on the screen")), ". "),
        build("p", labels("Nothing that you write here leaves this device.")),
        build("p", *controls, class_="kb-controls"),
        build("p", role="status"),
        class_="kb-on-screen",
        id="worksheet-controls",
        hidden="",
        data_progress=labels("{done} of {total} statements have a number."),
        data_unreadable=labels("This file cannot be read. Choose a file that was saved on this page."),
        data_missing=labels("no number yet"),
    )


def _scores(root: HtmlElement, labels: Labels) -> HtmlElement:
    """The numbers of the wheel as a table, for those who do not see it."""
    names = [head.text_content() for table in root.iter("table") if (head := table.find(".//th")) is not None][:5]
    heads = [labels("Dimension"), labels("Now"), labels("Earlier")]
    top = build("tr", *(build("th", head, scope="col") for head in heads))
    rows = [build("tr", build("th", name, scope="row"), build("td"), build("td")) for name in names]
    return build("table", build("thead", top), build("tbody", *rows), class_="kb-scores", hidden="")
