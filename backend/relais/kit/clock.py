"""The only place that asks what time it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return timezone.now()


def today(time_zone: str) -> date:
    """Return the calendar day in that IANA zone."""
    return timezone.now().astimezone(ZoneInfo(time_zone)).date()
