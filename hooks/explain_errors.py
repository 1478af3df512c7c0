"""Ends a build that something outside the pages stopped with what to do, not with a traceback."""

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from knowledge_base.mishap import explain


@event_priority(-200)  # after the hooks that stop what they began
def on_build_error(error: Exception) -> None:
    if said := explain(error):
        raise Abort(said) from error
