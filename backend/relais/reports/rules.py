"""What waits for somebody, when it begins to wait, and how urgent it is. No Django."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from relais.campaigns.rules import StageKind


class LineKind(StrEnum):
    """What can wait, in the order in which it is done on one day: people first, machines last."""

    TASK = "task"
    PROMISE = "promise"
    NEXT_ACTION = "next_action"
    PARCEL = "parcel"
    LOAN = "loan"
    COVERAGE = "coverage"
    STALE = "stale"
    REFRESH = "refresh"


class Urgency(StrEnum):
    """When it is to be done, from the most to the least urgent."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"


class Whose(StrEnum):
    """Whose lines are asked for."""

    ME = "me"
    ALL = "all"


#: Today and the six days after it: what comes next is in sight on a Friday too, where a calendar week would end.
WEEK = timedelta(days=6)

#: A parcel is late when it has not arrived after so many days. Carriers promise two to five working days within
#: Europe; with the week-end between, a week is more than any of them asks for.
PARCEL_AFTER = timedelta(days=7)

#: A publication is expected so many days after the parcel arrived or, where nothing was sent, after the card began to
#: wait for it: one week-end to try a product, another to write. To ask earlier is to press.
COVERAGE_AFTER = timedelta(days=21)

#: A parcel outside any campaign is not asked after for ever: who has written nothing two months later will not.
COVERAGE_GIVEN_UP_AFTER = timedelta(days=60)

#: A card without a next action is forgotten when for so long it has neither moved nor been touched: who has just done
#: the last action may wait for what comes of it. Answers are what people wait for, so a conversation goes stale first.
#: A card that waits for a publication is judged by COVERAGE_AFTER; one nobody has written to yet waits for nobody.
STALE_AFTER: dict[StageKind, timedelta] = {
    StageKind.CONTACTED: timedelta(days=10),
    StageKind.IN_CONVERSATION: timedelta(days=7),
    StageKind.AGREED: timedelta(days=10),
    StageKind.SENDING: timedelta(days=14),
}

#: Failures that pass by themselves are told only when two weekly turns have gone by without a number.
PATIENCE = timedelta(days=14)
TRANSIENT_CODES = frozenset({"unreachable", "server_failed", "rate_limited"})
#: No failure: Relais does not read these platforms, and says so beside each number.
BY_DESIGN_CODES = frozenset({"manual_only"})

#: Lines of each kind in one answer, and with `kind=` of that kind alone.
LINES_PER_KIND = 50
LINES_OF_ONE_KIND = 500
#: Beyond this many, a kind says "200 or more".
COUNT_CAP = 200
#: How many lines tell what comes after the week.
UPCOMING = 3
#: Channels named in one line of failures; all are counted, and refreshed together.
CHANNELS_NAMED = 10

#: Kinds that break no promise by waiting one more day: this week is soon enough.
_UNDATED = frozenset({LineKind.STALE, LineKind.REFRESH})

#: The longest one may put a line off: longer is to forget it.
LONGEST_SNOOZE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits.

    `day` is when it is due, None where no day was given; `since` is when it began to wait. `subject` names what it is
    about among the lines of its kind.
    """

    kind: LineKind
    subject: str
    title: str = ""
    day: date | None = None
    since: date | None = None
    #: Who looks after it, by id.
    keeper: int | None = None
    creator: dict[str, Any] | None = None
    campaign: dict[str, Any] | None = None
    participation: int | None = None
    version: int | None = None
    stage: dict[str, Any] | None = None
    sending: dict[str, Any] | None = None
    failure: dict[str, Any] | None = None
    #: What follows from the rest: set when all lines are known.
    urgency: Urgency | None = None
    owner: dict[str, Any] | None = None


def horizon(today: date) -> date:
    """Return the last day that is in sight."""
    return today + WEEK


def urgency_of(line: Line, today: date) -> Urgency:
    """Say when a line is to be done; without a day, some time this week."""
    if line.day is None or line.kind in _UNDATED:
        return Urgency.WEEK
    if line.day < today:
        return Urgency.LATE
    if line.day == today:
        return Urgency.TODAY
    return Urgency.WEEK if line.day <= horizon(today) else Urgency.LATER


def in_order(lines: list[Line], today: date) -> list[Line]:
    """Return lines by urgency, then by kind, then the oldest first."""
    urgencies, kinds = list(Urgency), list(LineKind)

    def place(line: Line) -> tuple[int, int, date, str]:
        day = line.day or line.since or horizon(today)
        return urgencies.index(urgency_of(line, today)), kinds.index(line.kind), day, line.subject

    return sorted(lines, key=place)


def next_up(lines: list[Line], today: date, count: int = UPCOMING) -> list[Line]:
    """Return the first lines beyond the week, by day."""
    later = [line for line in lines if line.day is not None and urgency_of(line, today) is Urgency.LATER]
    return sorted(later, key=lambda line: (line.day, list(LineKind).index(line.kind), line.subject))[:count]
