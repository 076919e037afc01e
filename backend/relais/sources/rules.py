"""When a source is fetched again."""

from datetime import timedelta
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
LEASE = timedelta(minutes=10)
