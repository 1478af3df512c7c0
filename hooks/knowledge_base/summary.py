"""What a translated page says of itself: how much of it was reviewed, by whom and when, and what it is otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .labels import Labels
from .standing import Pair


class Review(NamedTuple):
    """How many blocks, that is units, somebody reviewed on a day."""

    reviewer: str
    date: str
    blocks: int


@dataclass(frozen=True)
class Summary:
    """The state of a translated page.

    total    the number of its units
    reviews  who reviewed how many of them, the most first
    drafts   how many are drafts
    behind   in how many the English changed or is gone, and how many are missing
    machine  whether a machine made any of what nobody has reviewed
    date     of the newest draft or review
    """

    total: int
    reviews: tuple[Review, ...]
    drafts: int
    behind: int
    machine: bool
    date: str

    @property
    def is_reviewed(self) -> bool:
        """Whether every unit was reviewed as it is now."""
        return bool(self.total) and sum(review.blocks for review in self.reviews) == self.total


def sum_up(pairs: Iterable[Pair]) -> Summary:
    """What the pairs of a page say together. A unit whose English changed by a comma is what it was before."""
    standings = [pair.standing for pair in pairs]
    current = [each for each in standings if each.state in ("draft", "reviewed", "look")]
    reviews = Counter((each.reviewer, each.date) for each in current if each.reviewer)
    drafts = [each for each in current if not each.reviewer]
    return Summary(
        total=len(standings),
        reviews=tuple(Review(*who, count) for who, count in reviews.most_common()),
        drafts=len(drafts),
        behind=len(standings) - len(current),
        machine=any(each.origin == "machine" for each in drafts),
        date=max((each.date for each in standings), default=""),
    )


def sentences(summary: Summary, labels: Labels) -> Iterator[str]:
    """What a page's summary says to its readers, a sentence at a time."""
    if summary.is_reviewed and len(summary.reviews) == 1:
        review = summary.reviews[0]
        words = labels("This translation was reviewed by {reviewer} on {date}.")
        yield words.format(reviewer=review.reviewer, date=labels.date(review.date))
    elif summary.reviews:
        words = labels("Of the {total} blocks of this page, {count} were reviewed by {reviewer} on {date}.")
        for review in summary.reviews:
            date = labels.date(review.date)
            yield words.format(total=summary.total, count=review.blocks, reviewer=review.reviewer, date=date)
        if summary.drafts and summary.machine:
            yield labels(
                "The blocks with a dotted line beside them are a draft made by a machine. Nobody has reviewed them yet."
            )
        elif summary.drafts:
            yield labels("The blocks with a dotted line beside them are a draft. Nobody has reviewed them yet.")
    elif summary.machine:
        yield labels("This translation is a draft made by a machine. Nobody has reviewed it yet.")
    else:
        yield labels("This translation is a draft. Nobody has reviewed it yet.")
    if summary.behind:
        yield labels("In the marked places the English has changed since, or is not translated yet.")
    yield labels("Where it differs from the English, the English prevails.")
