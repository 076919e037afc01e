"""The only place that asks what time it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

_pinned: ContextVar[datetime | None] = ContextVar("relais_now", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _pinned.get() or timezone.now()


def today(time_zone: str) -> date:
    """Return the calendar day in that IANA zone."""
    return now().astimezone(ZoneInfo(time_zone)).date()


@contextmanager
def pinned(moment: datetime) -> Iterator[None]:
    """Run the block as if it were `moment`: history that is told afterwards, and tests."""
    token = _pinned.set(moment)
    try:
        yield
    finally:
        _pinned.reset(token)
