"""Fetched values are data, not truth: nothing good is replaced by nothing, or by nonsense."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from scrapers.model import Count, ProfileStats

#: The numbers of a channel, in the order they are shown.
COUNTS = ("followers", "following", "posts_count", "views_total")
#: A larger change than this between two looks is doubted until seen twice.
JUMP = 0.5
#: Below this, a number may move as it likes: ten new followers on ten are no surprise.
SMALL = 1000
#: Two sightings agree when they differ by no more than this.
AGREEMENT = 0.1


class Doubt(StrEnum):
    """Why a fetched number was not believed."""

    VANISHED = "vanished"
    COLLAPSED = "collapsed"
    JUMPED = "jumped"


@dataclass(frozen=True, slots=True)
class Event:
    """One number kept although the source said something else. `seen` is None when it said nothing."""

    field: str
    doubt: Doubt
    kept: Count
    seen: Count | None


def better(first: Count | None, second: Count | None) -> Count | None:
    """Return the more telling of two sightings of one number: exact before rounded, narrow before wide."""
    if first is None or second is None:
        return first or second
    return second if (second.high - second.low) < (first.high - first.low) else first


def combine(first: ProfileStats, second: ProfileStats) -> ProfileStats:
    """Add what `second` knows to `first`: numbers by exactness, texts where missing, lists without repeats.

    `via` is that of the first one that told a number or a post.
    """
    return replace(
        first,
        via=first.via if _tells(first) or not _tells(second) else second.via,
        name=first.name or second.name,
        person=first.person or second.person,
        description=first.description or second.description,
        avatar_url=first.avatar_url or second.avatar_url,
        language=first.language or second.language,
        country=first.country or second.country,
        feed_url=first.feed_url or second.feed_url,
        emails=tuple(dict.fromkeys(first.emails + second.emails)),
        links=tuple(dict.fromkeys(first.links + second.links)),
        posts=first.posts or second.posts,
        followers=better(first.followers, second.followers),
        following=better(first.following, second.following),
        posts_count=better(first.posts_count, second.posts_count),
        views_total=better(first.views_total, second.views_total),
    )


def _tells(stats: ProfileStats) -> bool:
    return bool(stats.posts) or any(getattr(stats, name) is not None for name in COUNTS)


def doubt(last: Count, new: Count, suspected: Count | None = None) -> Doubt | None:
    """Return why `new` cannot follow `last`, None when it can.

    A large jump is believed when `suspected`, the number doubted last time, says about the same.
    """
    if suspected is not None and abs(new.value - suspected.value) <= AGREEMENT * max(new.value, suspected.value):
        return None
    if max(last.value, new.value) < SMALL:
        return None
    if new.high < last.low * 0.01:
        return Doubt.COLLAPSED
    gap = max(0, new.low - last.high, last.low - new.high)
    return Doubt.JUMPED if gap > JUMP * last.value else None


def merge(
    last_good: ProfileStats | None, new: ProfileStats, suspected: Mapping[str, Count] | None = None
) -> tuple[ProfileStats, tuple[Event, ...]]:
    """Return what to keep of a channel after a new look, and the numbers that were not believed.

    `suspected` holds, by field name, the numbers doubted last time (`Event.seen`): seen again, they
    are believed. Texts and lists that are empty now keep their last value.
    """
    if last_good is None:
        return new, ()
    kept: dict[str, Any] = {}
    events: list[Event] = []
    for name in COUNTS:
        last: Count | None = getattr(last_good, name)
        seen: Count | None = getattr(new, name)
        kept[name] = seen
        if last is None:
            continue
        reason = Doubt.VANISHED if seen is None else doubt(last, seen, (suspected or {}).get(name))
        if reason is not None:
            kept[name] = last
            events.append(Event(name, reason, kept=last, seen=seen))
    return replace(combine(new, last_good), **kept), tuple(events)
