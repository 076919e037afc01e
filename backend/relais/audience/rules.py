"""Formulas of the audience, each with its name and version, and how far back they look.

None is unknown, and what is computed from an unknown is unknown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import fmean
from typing import Protocol


class RunState(StrEnum):
    """Where a refresh run stands."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


UNFINISHED = (RunState.PENDING, RunState.RUNNING)


class ItemState(StrEnum):
    """What became of one channel of a run."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


#: (mean likes + mean comments of the last 12 posts) ÷ followers.
ENGAGEMENT_BY_FOLLOWERS = "er_followers_v1"
ENGAGEMENT_POSTS = 12
#: A rhythm is measured over this window, or since the oldest post known when that is shorter.
RHYTHM_WINDOW = timedelta(days=90)
MONTH = timedelta(days=365.25 / 12)
GROWTH_SPANS = (7, 30, 90)
#: Snapshots come weekly, so the one to compare with may be this much older than asked.
GROWTH_SLACK = timedelta(days=6)
WEEK = timedelta(days=7)


class Published(Protocol):
    """What the formulas read of a post."""

    @property
    def published_at(self) -> datetime | None:
        """None: the source does not say."""

    @property
    def likes(self) -> int | None:
        """None: the source does not say."""

    @property
    def comments(self) -> int | None:
        """None: the source does not say."""


def latest(posts: Iterable[Published], number: int = ENGAGEMENT_POSTS) -> list[Published]:
    """Return the last posts by date; those without a date do not count."""
    dated = sorted((post for post in posts if post.published_at), key=_published_at, reverse=True)
    return dated[:number]


def _published_at(post: Published) -> datetime:
    assert post.published_at is not None  # noqa: S101 - callers pass dated posts
    return post.published_at


def mean(values: Iterable[int | None]) -> float | None:
    """Return the mean of the known values; unknown when none is."""
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def engagement_by_followers(posts: Sequence[Published], followers: int | None) -> float | None:
    """Return `er_followers_v1` as a fraction (0.031 is 3.1 %)."""
    last = latest(posts)
    likes, comments = mean(post.likes for post in last), mean(post.comments for post in last)
    if not followers or likes is None or comments is None:
        return None
    return (likes + comments) / followers


def comments_per_post(posts: Sequence[Published]) -> float | None:
    """Return the mean number of comments under the last 12 posts: what a blog has instead of a rate."""
    return mean(post.comments for post in latest(posts))


def posts_per_month(posts: Sequence[Published], now: datetime) -> float | None:
    """Return how many posts appear in an average month, judged by the last 90 days.

    A feed that shows only its last ten posts of two weeks is judged by those two weeks.
    """
    dates = sorted(_published_at(post) for post in latest(posts, len(posts)) if _published_at(post) <= now)
    if not dates:
        return None
    window = min(RHYTHM_WINDOW, max(now - dates[0], WEEK))
    return sum(1 for day in dates if day >= now - window) / (window / MONTH)


@dataclass(frozen=True, slots=True)
class Point:
    """The followers of one channel on one day, with the bounds of a rounded number."""

    taken_on: date
    followers: int | None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """Growth(n) = (F_t − F_{t−n}) ÷ F_{t−n}, with the days that were compared."""

    days: int
    since: date
    until: date
    change: int
    rate: float


def growth(points: Sequence[Point], spans: Sequence[int] = GROWTH_SPANS) -> list[Growth]:
    """Return the growth up to the newest point, for each span that has a point to compare with.

    A change smaller than the resolution of two rounded numbers is not told as growth.

    Args:
        points: in order of their day.
        spans: in days.
    """
    known = [point for point in points if point.followers is not None]
    if not known:
        return []
    return [found for days in spans if (found := _growth_over(known, days)) is not None]


def _growth_over(known: Sequence[Point], days: int) -> Growth | None:
    end = known[-1]
    wanted = end.taken_on - timedelta(days=days)
    start = next((point for point in reversed(known) if point.taken_on <= wanted), None)
    if start is None or start.taken_on < wanted - GROWTH_SLACK or not start.followers or end.followers is None:
        return None
    rounded = start.low is not None or end.low is not None
    if rounded and _bounds(start)[0] <= _bounds(end)[1] and _bounds(end)[0] <= _bounds(start)[1]:
        return None
    change = end.followers - start.followers
    return Growth(days, start.taken_on, end.taken_on, change, change / start.followers)


def _bounds(point: Point) -> tuple[int, int]:
    value = point.followers or 0
    return (value if point.low is None else point.low, value if point.high is None else point.high)


def monday(day: date) -> date:
    """Return the first day of the week that `day` is in."""
    return day - timedelta(days=day.weekday())


def weeks_between(since: date, until: date) -> list[date]:
    """Return the Mondays of all weeks from `since` to `until`, both included."""
    first, last = monday(since), monday(until)
    return [first + n * WEEK for n in range((last - first) // WEEK + 1)]


def potential_reach(series: Iterable[Mapping[date, int]], weeks: Sequence[date]) -> list[int | None]:
    """Return the sum of followers for each week; None where a channel already followed was not measured.

    Args:
        series: followers by week, one mapping for each channel.
        weeks: Mondays, in order.
    """
    begun = [(min(known), known) for known in series if known]
    reach: list[int | None] = []
    for week in weeks:
        values = [known.get(week) for first, known in begun if first <= week]
        reach.append(sum(value for value in values if value is not None) if values and None not in values else None)
    return reach
