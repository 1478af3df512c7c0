"""Which levers are pulled: each by its name in the configuration (`extra.light`), all of them unless it says no."""

from collections.abc import Mapping
from dataclasses import dataclass, fields


class NoSuchLever(ValueError):
    """The configuration names a lever that there is not."""


@dataclass(frozen=True)
class Levers:
    """What is done to make pages light."""

    script: bool = True  # a small script of ours instead of the theme's
    styles: bool = True  # style sheets cut to what the pages use; what the first screen needs stands in the page
    menu: bool = True  # a page carries the menu of its own section, and of the others their first pages
    markup: bool = True  # no space in the HTML that nobody sees
    names: bool = True  # files are named by their content, so that browsers keep them for good
    compress: bool = True  # each file that gets smaller lies there compressed, too


NONE = Levers(**dict.fromkeys((field.name for field in fields(Levers)), False))


def read_levers(given: Mapping[str, object] | None) -> Levers:
    """The levers as the configuration sets them."""
    known = {field.name for field in fields(Levers)}
    if unknown := sorted(set(given or {}) - known):
        raise NoSuchLever(f"extra.light has no {', '.join(unknown)}. Its levers are {', '.join(sorted(known))}.")
    return Levers(**{name: bool(value) for name, value in (given or {}).items()})
