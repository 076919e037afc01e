"""Every kind of line, and how it is read.

One more kind is a value of `LineKind` (its place there is its place in the day), a read of one or two statements in
`reads/`, an entry here, and its words in the interface.
"""

from collections.abc import Callable
from dataclasses import dataclass

from relais.reports.reads import cards, channels, coverage, parcels, work
from relais.reports.reads.asking import About, Asked, Found
from relais.reports.rules import LineKind


@dataclass(frozen=True, slots=True)
class Source:
    """Where lines of a kind come from.

    `about` finds the subject of a line that is put off; None for kinds whose rows have a day of their own to move.
    """

    read: Callable[[Asked], Found]
    about: Callable[[str], About | None] | None = None


SOURCES: dict[LineKind, Source] = {
    LineKind.TASK: Source(work.tasks),
    LineKind.PROMISE: Source(work.promises),
    LineKind.NEXT_ACTION: Source(cards.next_actions),
    LineKind.PARCEL: Source(parcels.late_parcels, parcels.about_sending),
    LineKind.LOAN: Source(parcels.loans, parcels.about_sending),
    LineKind.COVERAGE: Source(coverage.expected_coverage, coverage.about_coverage),
    LineKind.STALE: Source(cards.stale_cards, cards.about_card),
    LineKind.REFRESH: Source(channels.failing_channels, channels.about_failure),
}
