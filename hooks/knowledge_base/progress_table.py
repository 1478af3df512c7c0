"""The page on how far the translations are: a picture of the whole, a table, and the places that need a translator."""

from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from .address import Addresses
from .fragment import build
from .labels import Labels
from .library import Library
from .locale import SOURCE, language_tag
from .page import Page
from .progress import SHOWN, Place, Progress, progress_of

WIDTH = 300
# How a page is, told by a sign that black-and-white paper and every font have.
SIGNS = {"reviewed": "●", "partly": "◐", "draft": "○", "stale": "△", "missing": "–"}


def names_of_states(labels: Labels) -> Mapping[str, str]:
    """What each of the states, and each of the signs, is called."""
    return {
        "reviewed": labels("reviewed"),
        "partly": labels("reviewed in part"),
        "draft": labels("draft"),
        "look": labels("to look at"),
        "stale": labels("changed since"),
        "missing": labels("missing"),
    }


def show_progress(root: HtmlElement, page: Page, library: Library, addresses: Addresses, labels: Labels) -> None:
    """Adds to a page how far the translations are."""
    found = list(progress_of(library))
    names = names_of_states(labels)
    languages = library.locales.names if library.locales else {}
    root.append(build("h2", labels("The whole"), id="whole"))
    for locale in dict.fromkeys(each.locale for each in found):
        root.append(_bar(locale, languages[locale], [each for each in found if each.locale == locale], names))
    root.append(build("h2", labels("Page by page"), id="pages"))
    legend = build("p", class_="kb-progress__legend")
    for state, sign in SIGNS.items():
        legend.append(build("span", f"{sign} {names[state]}"))
        legend[-1].tail = " "
    root.append(legend)
    root.append(_table(found, languages, page, library, addresses, labels, names))
    root.append(build("h2", labels("What needs a translator"), id="open"))
    items = [_item(each, place, languages, page, library, addresses, names) for each in found for place in each.places]
    items += [_missing(each, languages, page, addresses, names) for each in found if not each.is_there]
    root.append(build("ul", *items) if items else build("p", labels("Nothing at the moment.")))


def _bar(locale: str, name: str, pages: Sequence[Progress], names: Mapping[str, str]) -> HtmlElement:
    """A language's blocks as one bar, with the numbers in words behind it."""
    counts = {state: sum(each.counts[state] for each in pages) for state in SHOWN}
    total = sum(counts.values()) or 1
    picture = build("svg", class_="kb-progress__bar", viewBox=f"0 0 {WIDTH} 14", aria_hidden="true")
    start = 0.0
    for state in SHOWN:
        width = WIDTH * counts[state] / total
        if width:
            shape = {"x": f"{start:.2f}", "y": "1", "width": f"{width:.2f}", "height": "12"}
            picture.append(build("rect", class_=f"kb-progress__{state}", **shape))
        start += width
    words = ", ".join(f"{names[state]} {counts[state]}" for state in SHOWN if counts[state])
    title = build("strong", name, lang=language_tag(locale))
    return build("p", title, f" ({locale}): {words}", build("br"), picture, class_="kb-progress")


def _table(
    found: Sequence[Progress],
    languages: Mapping[str, str],
    page: Page,
    library: Library,
    addresses: Addresses,
    labels: Labels,
    names: Mapping[str, str],
) -> HtmlElement:
    locales = list(dict.fromkeys(each.locale for each in found))
    # The codes are in the list above, each behind its language: seven names are too wide for a phone.
    codes = [build("abbr", each, title=languages[each], lang=language_tag(each)) for each in locales]
    heads = [build("th", code, scope="col") for code in codes]
    rows = []
    by_page: dict[str, list[Progress]] = {}
    for each in found:
        by_page.setdefault(each.original.path, []).append(each)
    for path, in_locales in by_page.items():
        # The title in the reader's language, where there is one.
        ours = library.pages.get((page.locale, path))
        title = ours.title if ours else in_locales[0].original.title
        head = build("th", title, scope="row") if ours else build("th", title, scope="row", lang=SOURCE)
        rows.append(build("tr", head, *(_cell(each, page, addresses, names) for each in in_locales)))
    top = build("tr", build("th", labels("Page"), scope="col"), *heads)
    table = build("table", build("thead", top), build("tbody", *rows), class_="kb-progress__table")
    return build("div", table, class_="kb-wide", tabindex="0", role="region", aria_label=labels("Page by page"))


def sign_of(progress: Progress) -> str:
    """The sign of a page: what most needs to be known of it."""
    if not progress.is_there:
        return "missing"
    if progress.counts["stale"] or progress.counts["missing"]:
        return "stale"
    if progress.counts["reviewed"]:
        return "partly" if progress.counts["draft"] or progress.counts["look"] else "reviewed"
    return "draft"


def _cell(progress: Progress, page: Page, addresses: Addresses, names: Mapping[str, str]) -> HtmlElement:
    state = sign_of(progress)
    address = addresses.to_locale(page, progress.locale, progress.original.path)
    if address is None:
        return build("td", build("span", SIGNS[state], title=names[state], aria_label=names[state], role="img"))
    return build("td", build("a", SIGNS[state], href=address, title=names[state], aria_label=names[state]))


def _missing(
    progress: Progress, languages: Mapping[str, str], page: Page, addresses: Addresses, names: Mapping[str, str]
) -> HtmlElement:
    address = addresses.to_locale(page, progress.locale, progress.original.path)
    title = build("span", progress.original.title, lang=SOURCE)
    where = title if address is None else build("a", title, href=address)
    language = build("span", languages[progress.locale], lang=language_tag(progress.locale))
    return build("li", language, ", ", where, f": {names['missing']}")


def _item(
    progress: Progress,
    place: Place,
    languages: Mapping[str, str],
    page: Page,
    library: Library,
    addresses: Addresses,
    names: Mapping[str, str],
) -> HtmlElement:
    theirs = library.pages[progress.locale, progress.original.path]
    title = f"{languages[progress.locale]}, {theirs.title}"
    address = addresses.to_locale(page, progress.locale, progress.original.path, place.name)
    link = build("span", title) if address is None else build("a", title, href=address)
    link.set("lang", language_tag(progress.locale))
    return build("li", link, f": {names[place.state]}: ", build("q", place.words, lang=SOURCE))
