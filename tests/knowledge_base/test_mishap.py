"""What stops a build and is no fault of the pages is said in words, with what to do."""

import errno

import pytest

from knowledge_base.mishap import Mishap, explain


def of_file(number: int, file: str = "") -> OSError:
    """What the system says of a file."""
    return OSError(number, "It says so", file or None)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Mishap("A font went away. To do: get it back."), "A font went away. To do: get it back."),
        (MemoryError(), "There is not enough memory. To do: close other programs, or build with SITE_JOBS=1, "),
        (of_file(errno.ENOSPC, "a.css"), "It says so: the disk is full, or your part of it. To do: make room"),
        (of_file(errno.EDQUOT), "It says so: the disk is full, or your part of it. To do: make room"),
        (of_file(errno.EFBIG), "It says so: the disk is full, or your part of it. To do: make room"),
        (of_file(errno.EACCES, "site/a.html"), "It says so: site/a.html. To do: let the user who builds write there"),
        (of_file(errno.EPERM), "It says so. To do: let the user who builds write there"),
        (of_file(errno.EROFS, ".cache/a"), "It says so: .cache/a. To do: let the user who builds write there"),
        (of_file(errno.ENOENT, "node_modules/a.ttf"), "It says so: node_modules/a.ttf. To do: install the packages"),
        (of_file(errno.EIO, ".cache/a"), "It says so: .cache/a. To do: build again; if it comes again, remove the"),
        (of_file(errno.ENOENT, "docs/en/a.md"), "It says so: docs/en/a.md. To do: put it back"),
    ],
)
def test_each_mishap_has_its_remedy(error: Exception, said: str) -> None:
    """What happened, to which file, and what to do."""
    assert explain(error).startswith(said)
    assert explain(error).count("To do: ") == 1


@pytest.mark.parametrize(
    "error", [ValueError("a"), of_file(errno.EIO, "docs/en/a.md"), of_file(errno.ENOENT), OSError("a word alone")]
)
def test_what_is_none_of_these_is_not_explained(error: Exception) -> None:
    """A fault of the program keeps its own words."""
    assert explain(error) == ""


def test_a_mishap_is_found_behind_the_error_that_it_caused() -> None:
    """The one that was raised from it, or while it was handled; errors that name each other end."""
    named, handled = ValueError("a"), ValueError("b")
    named.__cause__, named.__context__ = of_file(errno.ENOSPC), Mishap("Not this one.")
    handled.__context__ = ValueError("c")
    handled.__context__.__context__ = Mishap("The one behind.")
    assert "disk is full" in explain(named)
    assert explain(handled) == "The one behind."
    first, second = ValueError("a"), ValueError("b")
    first.__context__, second.__context__ = second, first
    assert explain(first) == ""
