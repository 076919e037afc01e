"""From what a look told to rows: pure, bounded, and clean."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from relais.audience import rules
from relais.audience.rows import Look, Measure
from relais.creators.rules import ChannelState
from relais.kit.text import clean
from relais.sources.registry import Result
from relais.sources.rules import Platform, SourceState
from scrapers.model import Count, Post, ProfileStats

#: A look never brings more posts than this; the newest count.
POSTS_MAX = 5_000
#: No public count is larger; the column ends at 2^63.
COUNT_MAX = 10**15

_STATES = {
    SourceState.FRESH: ChannelState.FRESH,
    SourceState.FAILING: ChannelState.STALE,
    SourceState.BLOCKED: ChannelState.BLOCKED,
    SourceState.GONE: ChannelState.GONE,
}


def look(channel: Mapping[str, Any], result: Result) -> Look:
    """Return what to note on the channel whatever came of the look."""
    outcome = result.outcome
    stats = outcome.stats
    dates = [post.published_at for post in stats.posts if post.published_at] if stats else []
    return Look(
        channel["id"],
        _STATES[result.state],
        result.at,
        outcome.error_code,
        text(outcome.error_detail, 500),
        text(stats.name, 300) if stats else "",
        text(stats.feed_url, 2000) if stats else "",
        max((day for day in dates if day <= result.at), default=None),
        outcome.partial_code if stats else None,
    )


def measure(channel: Mapping[str, Any], stats: ProfileStats, at: datetime, day: date) -> Measure:
    """Return the day's numbers; the engagement of a look that does not tell the followers uses the last known."""
    followers = stats.followers
    rounded = followers is not None and not followers.exact
    known = followers.value if followers is not None else channel["followers"]
    blog = channel["platform"] == Platform.BLOG
    rate = None if blog else rules.engagement_by_followers(stats.posts, known)
    return Measure(
        channel_id=channel["id"],
        taken_on=day,
        taken_at=at,
        via=stats.via,
        followers=_value(followers),
        followers_low=followers.low if followers is not None and rounded else None,
        followers_high=followers.high if followers is not None and rounded else None,
        following=_value(stats.following),
        posts_count=_value(stats.posts_count),
        views_total=_value(stats.views_total),
        engagement_rate=rate,
        engagement_formula=rules.ENGAGEMENT_BY_FOLLOWERS if rate is not None else "",
        comments_per_post=rules.comments_per_post(stats.posts),
        posts_per_month=rules.posts_per_month(stats.posts, at),
    )


def posts(channel_id: int, stats: ProfileStats, seen_at: datetime) -> list[dict[str, Any]]:
    """Return the rows of the posts, each external id once."""
    rows: dict[str, dict[str, Any]] = {}
    for post in stats.posts[:POSTS_MAX]:
        external_id = _external_id(post)
        rows.setdefault(
            external_id,
            {
                "channel_id": channel_id,
                "external_id": external_id,
                "url": text(post.url, 2000),
                "title": text(post.title, 500),
                "summary": text(post.summary, 5_000),
                "author": text(post.author, 200),
                "language": text(post.language, 2),
                "image_url": text(post.image_url, 2000),
                "tags": [text(tag, 80) for tag in post.tags[:50]],
                "published_at": post.published_at,
                "likes": _bounded(post.likes),
                "comments": _bounded(post.comments),
                "views": _bounded(post.views),
                "shares": _bounded(post.shares),
                "first_seen_at": seen_at,
            },
        )
    return list(rows.values())


def text(value: str, limit: int) -> str:
    """Return text that can be stored: no control characters, no half characters, not longer than `limit`."""
    return clean(value.encode("utf-8", "replace").decode())[:limit]


def _external_id(post: Post) -> str:
    """Return what the post is known by; a long id, or a post without any, is known by its digest."""
    known = text(post.external_id or post.url, 4_000)
    if known and len(known) <= 500:  # noqa: PLR2004 - the column's length
        return known
    described = known or f"{post.title}\n{post.published_at}\n{post.summary}"
    return "sha256:" + sha256(described.encode("utf-8", "replace")).hexdigest()


def _value(count: Count | None) -> int | None:
    return _bounded(count.value) if count is not None else None


def _bounded(value: int | None) -> int | None:
    return value if value is not None and 0 <= value <= COUNT_MAX else None
