"""Moments of the days the sample plays on: never later than now."""

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time

from relais.kit import clock


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Return that time of that day, or now when it is still to come: today may have only begun."""
    return min(datetime.combine(day, time(hour, minute), UTC), clock.now())


def during(day: date, hour: int) -> AbstractContextManager[None]:
    """Do the block as if it were that hour of that day."""
    return clock.pinned(moment(day, hour))
