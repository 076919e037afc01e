"""What is written about channels, as plain rows."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Measure:
    """What one look, or one person, told about a channel's numbers on one day.

    `low` and `high` bound a rounded number of followers; None when it is exact.
    """

    channel_id: int
    taken_on: date
    taken_at: datetime
    via: str
    followers: int | None = None
    followers_low: int | None = None
    followers_high: int | None = None
    following: int | None = None
    posts_count: int | None = None
    views_total: int | None = None
    engagement_rate: float | None = None
    engagement_formula: str = ""
    comments_per_post: float | None = None
    posts_per_month: float | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How the last look at a channel went; texts fill what is empty."""

    channel_id: int
    state: str
    checked_at: datetime
    error_code: str
    error_detail: str
    title: str
    feed_url: str
    last_published_at: datetime | None
    #: Why a part is missing; None: nothing was read that would tell.
    partial_code: str | None


@dataclass(frozen=True, slots=True)
class Closing:
    """How the look at one channel ended, for the runs that wait for it."""

    channel_id: int
    state: str
    error_code: str
    error_detail: str
    at: datetime
