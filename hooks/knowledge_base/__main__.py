"""What is done from the command line, mostly by `make`: `python -m knowledge_base --help` lists it."""

import argparse
import os
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

from . import po, xliff
from .beginning import tell_beginnings
from .changes import tell
from .editions.built_site import CannotMake
from .editions.shop import list_editions, make_archives, make_books, make_sticks, orders_of
from .exchange import entries_of, take_back
from .library import Library
from .mishap import explain
from .official.asker import Asker
from .official.findings import ask_all
from .official.findings import tell as tell_findings
from .problem import Problem
from .progress import as_json, as_table, progress_of
from .reading import read_library
from .recording import mark_reviewed, update_records
from .rules import find_problems
from .turn import turn

FORMS = {".po": po, ".xlf": xliff, ".xliff": xliff}


def main(given: list[str] | None = None) -> int:
    """Does what the arguments say in the project in the current folder; 0 if all went well, else 1."""
    arguments = _parser().parse_args(given)
    project = Path(arguments.project)
    library = read_library(project / "docs", project / "mkdocs.yml")
    done: int = arguments.do(library, project / "docs", arguments)
    return done


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="knowledge_base", description="Without a command: the problems in the pages.")
    parser.add_argument("--project", default=".", help="the folder with docs/ and mkdocs.yml")
    parser.set_defaults(do=_check)
    commands = parser.add_subparsers(title="commands")
    records = commands.add_parser("translations", help="write down what each block of a translation was made from")
    records.add_argument("--origin", choices=("person", "machine"), default="person", help="who made what is new")
    records.set_defaults(do=_record)
    status = commands.add_parser("status", help="how far the translations are")
    status.add_argument("--json", action="store_true")
    status.set_defaults(do=_status)
    review = commands.add_parser("review", help="mark blocks of a page as reviewed")
    review.add_argument("locale")
    review.add_argument("page", help="as in values/equity")
    review.add_argument("reviewer", help="as named in docs/.translations/reviewers.yml")
    review.add_argument("--section", default="", help="the anchor of a section or a block; else the whole page")
    review.set_defaults(do=_review)
    changes = commands.add_parser("changes", help="what this project changes against another copy, as a comment")
    changes.add_argument("base", type=Path, help="the folder of the other copy")
    changes.set_defaults(do=_tell)
    links = commands.add_parser("links", help="ask whether the official addresses of the sources still answer")
    links.add_argument("--pause", type=float, default=5.0, help="seconds between two requests to a host")
    links.set_defaults(do=_ask)
    for name, do, about in (
        ("export", _export, "write a locale's translations as FILE.po or FILE.xlf"),
        ("import", _import, "take the translations in FILE.po or FILE.xlf over into the pages"),
    ):
        command = commands.add_parser(name, help=about)
        command.add_argument("locale")
        command.add_argument("file", type=Path)
        command.set_defaults(do=do)
    for name, makes, about in (
        ("zim", make_archives, "make a ZIM archive of each language from the built site"),
        ("epub", make_books, "make an EPUB book of each language from the built site"),
        ("offline", make_sticks, "make a folder to unpack (ZIP) of each language, and of all, from the built site"),
    ):
        command = commands.add_parser(name, help=about)
        command.add_argument("--site", type=Path, help="the folder of the built site; else site/ of the project")
        command.add_argument("--into", type=Path, help="the folder for them; else downloads/ of the site")
        command.set_defaults(do=_make, makes=makes)
        if makes is make_sticks:
            small = partial(make_sticks, with_handouts=False)
            about = "the pages without what can be printed"
            command.add_argument("--without-handouts", dest="makes", action="store_const", const=small, help=about)
    return parser


def _check(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    problems = find_problems(library)
    _say(problems)
    for line in tell_beginnings(library):
        print(line)
    print(f"{len(library.pages)} pages, {len(library.concepts)} concepts, {len(problems)} problems.")
    return int(bool(problems))


def _say(problems: list[Problem]) -> None:
    for problem in problems:
        print(problem)


def _record(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    _say(list(library.records.problems))
    changed = update_records(docs, library.pages, date.today().isoformat(), arguments.origin)
    print(f"{len(changed)} records written." if changed else "There was nothing to write.")
    return int(bool(library.records.problems))


def _review(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    path = f"{arguments.page.removesuffix('.md')}.md"
    today = date.today().isoformat()
    count, problems = mark_reviewed(
        library, docs, (arguments.locale, path), arguments.reviewer, today, arguments.section
    )
    _say(problems)
    if not problems:
        print(f"{count} blocks of {arguments.locale}/{path} are reviewed by {arguments.reviewer} on {today}.")
    return int(bool(problems))


def _status(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    found = list(progress_of(library))
    print(as_json(found) if arguments.json else as_table(found))
    return 0


def _tell(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    base = arguments.base
    print(tell(read_library(base / "docs", base / "mkdocs.yml"), library), end="")
    return 0


def _ask(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    if not (us := os.environ.get("REPOSITORY_URL")):
        print("Hosts may know who asks them. Say where people find us: REPOSITORY_URL=https://…", file=sys.stderr)
        return 2
    asker = Asker(f"sse-knowledge-base-links/1.0 (+{us})", arguments.pause)
    findings = []
    for finding in ask_all(library, asker):
        print(finding, file=sys.stderr, flush=True)
        findings.append(finding)
    # What is to be done, and nothing else, goes where a workflow takes the text of its issue from.
    print(todo := tell_findings(findings), end="")
    return int(bool(todo))


def _export(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    form = FORMS.get(arguments.file.suffix)
    if form is None:
        print(f"{arguments.file}: the name must end in one of: {' '.join(FORMS)}")
        return 1
    entries = list(entries_of(library, arguments.locale))
    arguments.file.write_bytes(form.write(entries, arguments.locale))
    print(f"{len(entries)} texts are in {arguments.file}.")
    return 0


def _import(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    form, name = FORMS.get(arguments.file.suffix), str(arguments.file)
    if form is None or not arguments.file.is_file():
        print(f"{name}: there must be a file of this name, ending in one of: {' '.join(FORMS)}")
        return 1
    entries, problems = form.read(arguments.file.read_bytes(), arguments.locale, name)
    texts, more = take_back(library, arguments.locale, entries, name)
    for path, text in texts.items():
        page = docs / arguments.locale / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8", newline="\n")
    _say(problems + more)
    print(f"{len(texts)} pages changed.")
    return int(bool(problems or more))


def _make(library: Library, docs: Path, arguments: argparse.Namespace) -> int:
    project = docs.parent
    # The same time as the rest of the build has: https://reproducible-builds.org/specs/source-date-epoch/
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    site = arguments.site or project / "site"
    try:
        # The site must stay the same one meanwhile.
        with turn(project):
            orders = orders_of(project, site, library, seconds, arguments.into)
            made = arguments.makes(orders)
            if arguments.into is None:
                list_editions(orders)
    except CannotMake as reason:
        print(reason)
        return 1
    except OSError as error:
        if not (said := explain(error)):
            raise
        print(said)
        return 1
    for file, lacks in made:
        print(f"{file}: {file.stat().st_size / 1000:.0f} KB" + (f", without {lacks}" if lacks else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
