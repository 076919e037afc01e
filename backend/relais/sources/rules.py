"""When a source is fetched, and fetched again."""

from datetime import datetime, timedelta
from enum import StrEnum

from scrapers.model import Platform

__all__ = ["Platform", "SourceState"]


class SourceState(StrEnum):
    """What the last looks at a source told."""

    NEW = "new"
    FRESH = "fresh"
    FAILING = "failing"
    BLOCKED = "blocked"
    GONE = "gone"


WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
#: How long a worker that gives no more sign of life keeps others away; a living one renews it.
LEASE = timedelta(minutes=2)
#: Sources of one host in one batch: they are fetched one after the other, so more would outlast the rest.
PER_HOST = 25
FIRST_RETRY = timedelta(hours=1)
LAST_RETRY = timedelta(hours=24)

#: Refused to us, not missing: perhaps another week.
BLOCKED_CODES = frozenset(
    {"blocked", "robots_disallowed", "login_required", "private", "key_required", "unsafe_address"}
)
GONE_CODES = frozenset({"not_found", "gone"})
#: Never worth trying again by itself.
HOPELESS_CODES = frozenset({"manual_only", "unknown_address"})

_QUEUE_HEAD = timedelta(hours=1)
_QUEUE_STEP = timedelta(milliseconds=100)
_GOLDEN = 2_654_435_761
_SPAN = 2**32
_EPOCH = datetime.fromisoformat("2024-01-01T00:00:00+00:00")


def queued_at(now: datetime, place: int) -> datetime:
    """Return the due time of number `place` of what was asked for together, counted from 0.

    It lies in the past, so all are due now; but of two who ask, the one who asks for little overtakes
    the tail of the one who asks for much.
    """
    return min(now, now - _QUEUE_HEAD + place * _QUEUE_STEP)


def weekly_slot(source_id: int, now: datetime) -> datetime:
    """Return the source's next turn: always the same moment of the week, at least half a week away.

    Fibonacci hashing spreads neighbouring ids evenly over the week.
    """
    offset = WEEK * ((source_id * _GOLDEN % _SPAN) / _SPAN)
    earliest = now + WEEK / 2
    weeks = -((_EPOCH + offset - earliest) // WEEK)
    return _EPOCH + offset + weeks * WEEK


def state_after(error_code: str) -> SourceState:
    """Return the state that a look ending with this code (empty: well) leaves."""
    if not error_code:
        return SourceState.FRESH
    if error_code in BLOCKED_CODES:
        return SourceState.BLOCKED
    return SourceState.GONE if error_code in GONE_CODES else SourceState.FAILING


def next_due(
    source_id: int,
    now: datetime,
    *,
    error_code: str = "",
    transient: bool = False,
    failures: int = 0,
    retry_after: float | None = None,
) -> datetime | None:
    """Return when to fetch again; None for never by itself.

    Args:
        source_id: gives the slot in the week.
        now: end of this look.
        error_code: how it ended, empty when well.
        transient: worth another try soon.
        failures: how many looks in a row have failed, this one included.
        retry_after: seconds the host asked us to wait; never undercut.
    """
    if error_code in HOPELESS_CODES:
        return None
    if error_code and transient:
        doublings: int = 2 ** min(max(failures, 1) - 1, 10)
        back_off = min(FIRST_RETRY * doublings, LAST_RETRY)
        return now + max(back_off, timedelta(seconds=retry_after or 0))
    if state_after(error_code) is SourceState.GONE:
        return now + MONTH
    return weekly_slot(source_id, now)
