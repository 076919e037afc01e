"""What waits, and how urgent it is, as tables."""

from datetime import date, timedelta

import pytest

from relais.campaigns.rules import StageKind
from relais.reports.rules import (
    COVERAGE_AFTER,
    COVERAGE_GIVEN_UP_AFTER,
    PARCEL_AFTER,
    PATIENCE,
    STALE_AFTER,
    Line,
    LineKind,
    Urgency,
    in_order,
    next_up,
    urgency_of,
)

TODAY = date(2026, 6, 15)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("kind", "days", "urgency"),
    [
        (LineKind.TASK, -400, Urgency.LATE),
        (LineKind.TASK, -1, Urgency.LATE),
        (LineKind.TASK, 0, Urgency.TODAY),
        (LineKind.TASK, 1, Urgency.WEEK),
        (LineKind.TASK, 6, Urgency.WEEK),
        (LineKind.TASK, 7, Urgency.LATER),
        (LineKind.TASK, None, Urgency.WEEK),
        (LineKind.PROMISE, None, Urgency.WEEK),
        (LineKind.COVERAGE, -30, Urgency.LATE),
        (LineKind.STALE, None, Urgency.WEEK),
        (LineKind.REFRESH, None, Urgency.WEEK),
        # Even if they had a day one day: nothing breaks by waiting.
        (LineKind.STALE, -5, Urgency.WEEK),
        (LineKind.REFRESH, 30, Urgency.WEEK),
    ],
)
def test_urgency_follows_from_the_day(kind: LineKind, days: int | None, urgency: Urgency) -> None:
    day = None if days is None else in_days(days)
    assert urgency_of(Line(kind, "1", day=day), TODAY) is urgency


def test_lines_go_by_urgency_then_kind_then_the_oldest() -> None:
    wanted = [
        Line(LineKind.TASK, "2", day=in_days(-9)),
        Line(LineKind.TASK, "1", day=in_days(-1)),
        Line(LineKind.PARCEL, "1", day=in_days(-20)),
        Line(LineKind.PROMISE, "1", day=in_days(0)),
        Line(LineKind.LOAN, "1", day=in_days(0)),
        Line(LineKind.TASK, "3", day=in_days(2)),
        Line(LineKind.TASK, "4"),
        Line(LineKind.STALE, "1", since=in_days(-40)),
        Line(LineKind.STALE, "2", since=in_days(-12)),
        Line(LineKind.REFRESH, "gone"),
    ]
    assert in_order(list(reversed(wanted)), TODAY) == wanted


def test_what_comes_next_is_the_first_beyond_the_week() -> None:
    near, mid, far = (Line(LineKind.TASK, str(days), day=in_days(days)) for days in (7, 8, 300))
    loan = Line(LineKind.LOAN, "1", day=in_days(8))
    lines = [far, loan, near, Line(LineKind.TASK, "now", day=in_days(6)), Line(LineKind.STALE, "1"), mid]
    assert next_up(lines, TODAY) == [near, mid, loan]
    assert next_up(lines, TODAY, count=1) == [near]


def test_an_order_for_every_kind_and_patience_where_somebody_waits() -> None:
    assert next(iter(LineKind)) is LineKind.TASK
    assert StageKind.PROSPECT not in STALE_AFTER, "nobody waits for us there"
    assert StageKind.PUBLISHING not in STALE_AFTER, "that is a publication expected"
    assert min(STALE_AFTER, key=lambda kind: STALE_AFTER[kind]) == StageKind.IN_CONVERSATION
    assert PARCEL_AFTER < COVERAGE_AFTER < COVERAGE_GIVEN_UP_AFTER
    assert timedelta(days=14) <= PATIENCE, "two weekly turns"
