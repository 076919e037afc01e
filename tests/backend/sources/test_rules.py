from datetime import UTC, datetime, timedelta

import pytest

from relais.sources import rules
from relais.sources.rules import SourceState

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_the_weekly_slot_is_the_same_moment_every_week() -> None:
    first = rules.weekly_slot(42, NOW)
    assert NOW + rules.WEEK / 2 <= first < NOW + rules.WEEK * 1.5
    assert rules.weekly_slot(42, first + timedelta(minutes=3)) == first + rules.WEEK


def test_slots_are_spread_evenly_over_the_week() -> None:
    days = [0] * 7
    for source_id in range(1, 701):
        days[rules.weekly_slot(source_id, NOW).weekday()] += 1
    assert min(days) >= 90
    assert max(days) <= 110


@pytest.mark.parametrize(
    ("failures", "retry_after", "hours"),
    [
        (1, None, 1),
        (2, None, 2),
        (3, None, 4),
        (5, None, 16),
        (6, None, 24),
        (400, None, 24),
        (1, 7200, 2),
        (6, 60, 24),
    ],
)
def test_transient_failures_back_off(failures: int, retry_after: float | None, hours: int) -> None:
    due = rules.next_due(7, NOW, error_code="server_failed", transient=True, failures=failures, retry_after=retry_after)
    assert due == NOW + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("code", "state", "due"),
    [
        ("", SourceState.FRESH, rules.weekly_slot(7, NOW)),
        ("blocked", SourceState.BLOCKED, rules.weekly_slot(7, NOW)),
        ("robots_disallowed", SourceState.BLOCKED, rules.weekly_slot(7, NOW)),
        ("gone", SourceState.GONE, NOW + timedelta(days=30)),
        ("not_found", SourceState.GONE, NOW + timedelta(days=30)),
        ("layout_drift", SourceState.FAILING, rules.weekly_slot(7, NOW)),
        ("manual_only", SourceState.FAILING, None),
    ],
)
def test_lasting_ends_wait_for_their_turn(code: str, state: SourceState, due: datetime | None) -> None:
    assert rules.state_after(code) is state
    assert rules.next_due(7, NOW, error_code=code, failures=1) == due


def test_who_asks_for_little_overtakes_the_tail_of_who_asks_for_much() -> None:
    many = [rules.queued_at(NOW, place) for place in range(50_000)]
    one = rules.queued_at(NOW + timedelta(seconds=30), 0)
    assert all(due <= NOW for due in many)
    assert sum(due < one for due in many) == 300
