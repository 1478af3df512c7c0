"""The controls to keep a language on a phone, on the page that has them, and what the worker says to readers."""

from lxml.html import HtmlElement

from ..address import Addresses
from ..fragment import build
from ..labels import Labels
from ..page import Page

SHOWS = "keeping"
# The section of the page in which they stand: at its end.
SECTION = "phone"


def offer_keeping(root: HtmlElement, page: Page, addresses: Addresses, labels: Labels) -> None:
    """Adds the controls, hidden until their script shows them, and a line for readers without JavaScript."""
    handouts = build("label", _box("handouts"), " ", labels("The handouts, too (PDF):"), " ", _part("handouts-size"))
    controls = build(
        "div",
        build("p", _part("kept"), " ", _part("size")),
        build("p", handouts, data_part="handouts"),
        build("p", *_acts(labels), class_="kb-controls"),
        build("p", build("progress", value="0", max="1", hidden=""), " ", _part("progress")),
        build("p", build("label", _box("visits"), " ", labels("Keep the pages that I read"))),
        build("p", _part("visits")),
        data_part="all",
        hidden="",
    )
    block = build(
        "div",
        build("p", role="status"),
        controls,
        class_="kb-on-screen kb-keeping",
        id="keeping",
        hidden="",
        data_base=addresses.to_file(page, ""),
        data_locale=labels.locale,
        **{f"data_{name}": words for name, words in _words(labels).items()},
    )
    without = build("p", labels("Keeping pages on a phone needs JavaScript."), class_="kb-without-script")
    _put_at_end_of_section(root, without, block)


def _put_at_end_of_section(root: HtmlElement, *parts: HtmlElement) -> None:
    heading = next((each for each in root.iter("h2") if each.get("id") == SECTION), None)
    following = heading.itersiblings("h2") if heading is not None else iter(())
    after = next(following, None)
    for part in parts:
        root.append(part) if after is None else after.addprevious(part)


def _part(name: str) -> HtmlElement:
    return build("span", data_part=name)


def _box(name: str) -> HtmlElement:
    return build("input", type="checkbox", name=name)


def _acts(labels: Labels) -> list[HtmlElement]:
    acts = {
        "keep": labels("Keep this language on my phone"),
        "renew": labels("Get the newer edition"),
        "go-on": labels("Go on"),
        "stop": labels("Stop"),
        "remove": labels("Remove this language from my phone"),
    }
    return [build("button", words, type="button", data_act=act, hidden="") for act, words in acts.items()]


def _words(labels: Labels) -> dict[str, str]:
    """What the controls' script says."""
    return {
        "size": labels("To load: about {data}. Room on the phone: {room}."),
        "newer": labels("A newer edition is there. Until all of it is here, the phone shows the one that you have."),
        "kept": labels("This language is kept on this phone: {count} pages. They open without a connection."),
        "unknown": labels("There is no connection now."),
        "begin": labels("Loading begins. Stay on this page."),
        "progress": labels("{done} of {count} files are here."),
        "done": labels("All is here."),
        "stopped": labels("Stopped. What is here stays; nothing is loaded twice."),
        "lost": labels("The connection was lost. What is here stays; go on when there is one again."),
        "full": labels("There is not enough room on this phone. What was kept before stays."),
        "changed": labels("The site is being renewed at this moment. Try again in a few minutes."),
        "cannot": labels("This browser keeps no pages here, perhaps since this is a private window."),
        "removed": labels("Removed."),
        "visits": labels(
            "{count} pages that you read are kept on this phone, the last 50 at most. Nobody else is told."
        ),
        "no_visits": labels("No pages that you read are kept on this phone."),
    }


def words_of_worker(labels: Labels) -> dict[str, str]:
    """What pages say that come from the phone."""
    return {
        "kept": labels("This page is kept on this phone."),
        "offline": labels("No connection. This page is shown as it is kept on this phone."),
        "visited": labels("The site does not answer. This page is shown as you last read it."),
        "newer": labels("This page is kept on this phone. The site has a newer edition."),
        "missing": labels("This page is not on this phone"),
        "instead": labels("There is no connection, and the page was not kept. What is here:"),
        "more": labels("Without internet"),
    }
