"""What a contribution does to the translations: a text for whoever made it, in English and in their language."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .labels import Labels
from .library import Library
from .locale import SOURCE
from .problem import Problem
from .rules import find_problems
from .standing import Pair, Standing, follow
from .unit import Mark

# A date that no record has: what bears it is new.
NEW = "new"
BEHIND = ("look", "stale", "missing", "gone")
# A comment is read on a phone, and hosts cut long ones.
MOST = 40


@dataclass(frozen=True)
class Change:
    """What becomes of one page in one locale.

    file      the translated file, or the English one
    new       blocks with new words
    caught_up blocks that had fallen behind the English and have not any more
    demoted   blocks that were reviewed and are a draft again
    reviewed  how many blocks are marked as reviewed anew, by reviewer
    bumped    blocks whose record says another English, though neither their words nor their review changed
    """

    locale: str
    file: str
    new: int = 0
    caught_up: int = 0
    demoted: int = 0
    reviewed: tuple[tuple[str, int], ...] = ()
    bumped: int = 0

    @property
    def is_any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.new or self.caught_up or self.demoted or self.reviewed or self.bumped)


def find_changes(before: Library, after: Library) -> list[Change]:
    """The changes of all translated pages from one library to another."""
    found = []
    for key, page in after.pages.items():
        original = after.original_of(page)
        if original is None:
            continue
        was = before.pairs.get(key, [])
        # The English of before: what the English of this contribution does is told of the English page.
        english = before.pages[SOURCE, key[1]].units if was else original.units
        pairs = follow([pair.standing for pair in was], english, page.units, "", NEW)
        marks = _records(before, after, key)
        found.append(
            Change(
                locale=key[0],
                file=page.file,
                new=sum(pair.standing.date == NEW for pair in pairs),
                caught_up=max(0, _count(was, BEHIND) - _count(pairs, BEHIND)) if was else 0,
                demoted=max(0, _count(was, ("reviewed",)) - _count(pairs, ("reviewed",))),
                reviewed=tuple(Counter(_reviews(marks)).items()),
                bumped=sum(_is_bumped(old, new) for old, new in marks),
            )
        )
    return [change for change in found if change.is_any]


def _count(pairs: Iterable[Pair], states: Iterable[str]) -> int:
    return sum(pair.standing.state in states for pair in pairs)


def _records(before: Library, after: Library, key: tuple[str, str]) -> list[tuple[Standing | None, Standing]]:
    """What is recorded of the same words, before and after."""
    old: dict[Mark | None, Standing] = {
        each.translation: each for each in before.records.standings.get(key, []) if each.translation
    }
    new = [each for each in after.records.standings.get(key, []) if each.translation]
    return [(old.get(each.translation), each) for each in new]


def _is_review(old: Standing | None, new: Standing) -> bool:
    return bool(new.reviewer) and (old is None or (old.reviewer, old.date) != (new.reviewer, new.date))


def _reviews(marks: Iterable[tuple[Standing | None, Standing]]) -> Iterator[str]:
    return (new.reviewer for old, new in marks if _is_review(old, new))


def _is_bumped(old: Standing | None, new: Standing) -> bool:
    return old is not None and old.made_from != new.made_from and not _is_review(old, new)


def find_aged(before: Library, after: Library) -> Counter[str]:
    """The English files of a contribution that translations fall behind, with the number of their changed units."""
    aged: Counter[str] = Counter()
    for (locale, path), page in after.pages.items():
        if locale == SOURCE and (old := before.pages.get((SOURCE, path))):
            known = Counter(unit.mark for unit in old.units)
            changed = sum((Counter(unit.mark for unit in page.units) - known).values())
            if changed:
                aged[page.file] = changed
    return aged


def find_new_problems(before: Library, after: Library) -> list[Problem]:
    """The problems that a contribution brings; those that were there before are not its own."""
    old = Counter((each.path, each.rule, each.message) for each in find_problems(before))
    return [each for each in find_problems(after) if not old[each.path, each.rule, each.message]]


def tell(before: Library, after: Library) -> str:
    """The text of a comment in Markdown: in English, and again in each language whose files changed."""
    changes, aged = find_changes(before, after), find_aged(before, after)
    problems = find_new_problems(before, after)
    touched = {change.locale for change in changes} | {each.path.split("/")[1] for each in problems}
    locales = [locale for locale in sorted(touched) if locale in after.catalogues]
    parts = [_part(Labels(), changes, aged, problems, bool(changes))]
    for locale in locales:
        ours = [change for change in changes if change.locale == locale]
        theirs = [each for each in problems if each.path.startswith(f"docs/{locale}/")]
        parts.append(_part(after.labels_in(locale), ours, Counter(), theirs, bool(ours)))
    return "\n---\n\n".join(parts)


def _part(
    labels: Labels, changes: list[Change], aged: Counter[str], problems: list[Problem], is_translation: bool
) -> str:
    lines = [f"### {labels('What this change does')}", ""]
    for change in changes:
        lines += [f"- {line}" for line in _lines(change, labels)]
    for file, count in aged.items():
        line = labels("{page}: the translation of {count} blocks now has to be looked at, in each language.")
        lines.append(f"- {line.format(page=_code(file), count=count)}")
    for kind in dict.fromkeys(_kind(each, labels) for each in problems[:MOST]):
        ours = [each for each in problems[:MOST] if _kind(each, labels) == kind]
        lines += ["", kind, ""]
        lines += [f"- {_code(f'{each.path}:{each.line}')}: {_code(each.message)}" for each in ours]
    lines += ["- …"] if len(problems) > MOST else []
    if not problems:
        lines += ["", labels("There is nothing to mend. Thank you!")]
    if is_translation:
        words = labels(
            "Taking this change is no review: the new words are a draft until a named reviewer has read them."
        )
        lines += ["", words]
    return "\n".join(lines) + "\n"


def _kind(problem: Problem, labels: Labels) -> str:
    """What kind of problem it is, in words that a translator understands."""
    match problem.rule:
        case "translations":
            return labels("Signs, links or numbers differ from the English here:")
        case "terms":
            return labels("A key term is not rendered as in the list of terms here:")
        case "leftovers":
            return labels("Words are still in English here:")
        case "quotations" | "quoted_words":
            return labels("A quotation differs from the page of its source here:")
        case "characters" | "signs" | "encoding":
            return labels("A letter or a sign is not as it should be here:")
    return labels("Please look at these places:")


def _lines(change: Change, labels: Labels) -> Iterator[str]:
    page = _code(change.file)
    if change.new:
        yield labels("{page}: {count} blocks have new words.").format(page=page, count=change.new)
    if change.caught_up:
        words = labels("{count} blocks that had fallen behind the English are up to date now.")
        yield f"{page}: {words.format(count=change.caught_up)}"
    if change.demoted:
        words = labels("{count} blocks were reviewed until now and are a draft again.")
        yield f"{page}: {words.format(count=change.demoted)}"
    for reviewer, count in change.reviewed:
        words = labels("{count} blocks are marked as reviewed by {reviewer}.")
        yield f"{page}: {words.format(count=count, reviewer=_code(reviewer))}"
    if change.bumped:
        words = labels(
            "{count} blocks: their record was changed, but not their words. "
            "Please take this out: a command writes the records."
        )
        yield f"{page}: {words.format(count=change.bumped)}"


def _code(words: str) -> str:
    """Words of a contribution as code: they call nobody by name, link nowhere, and close no comment."""
    return "`" + " ".join(words.replace("`", "'").split()) + "`"
