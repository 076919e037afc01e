"""A sending's state, read from its dates; and which orders of dates cannot be true."""

from dataclasses import dataclass
from datetime import date

from relais.sendings.rules.kinds import SendingKind, SendingState


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of one sending; None is "not yet"."""

    prepared_on: date | None = None
    sent_on: date | None = None
    delivered_on: date | None = None
    due_back_on: date | None = None
    returned_on: date | None = None
    is_cancelled: bool = False


#: Each pair must not run backwards: (the earlier day, the later one).
_ORDER = (
    ("prepared_on", "sent_on"),
    ("prepared_on", "delivered_on"),
    ("sent_on", "delivered_on"),
    ("sent_on", "due_back_on"),
    ("sent_on", "returned_on"),
    ("delivered_on", "returned_on"),
)


def state_of(dates: Dates) -> SendingState:
    """Return the state: the furthest day that is known decides, a cancellation before all."""
    if dates.is_cancelled:
        return SendingState.CANCELLED
    if dates.returned_on:
        return SendingState.RETURNED
    if dates.delivered_on:
        return SendingState.DELIVERED
    if dates.sent_on:
        return SendingState.SENT
    return SendingState.PREPARED if dates.prepared_on else SendingState.DRAFT


def first_misordered(dates: Dates) -> tuple[str, str] | None:
    """Return `(later, earlier)`, the names of the first two days that run backwards, or None."""
    for earlier, later in _ORDER:
        first, second = getattr(dates, earlier), getattr(dates, later)
        if first is not None and second is not None and second < first:
            return later, earlier
    return None


def days_late(kind: str, dates: Dates, today: date) -> int:
    """Return how many days a loan is overdue on `today`; 0 when it is not, or never comes back."""
    is_out = dates.sent_on is not None and dates.returned_on is None and not dates.is_cancelled
    if kind != SendingKind.LOAN or not is_out or dates.due_back_on is None:
        return 0
    return max(0, (today - dates.due_back_on).days)
