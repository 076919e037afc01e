"""Reads for charts: a channel's history, and a creator's channels on one time axis.

Both return what is sent, under the names that the schema declares: two years of points would spend more
time in a serializer than in the database.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from relais.audience import rules
from relais.audience.models import ChannelSnapshot
from relais.creators.models import Channel
from relais.kit.statements import Given, Statement

#: How far back a chart reaches when nobody says.
DEFAULT_SPAN = timedelta(weeks=104)
#: It is tomorrow already where some numbers were typed.
A_DAY = timedelta(days=1)
#: Nobody counted an audience before: an axis of weeks has a beginning, whatever is asked.
EARLIEST = date(1995, 1, 1)
#: A growth needs the snapshots this long before the newest.
LOOK_BACK = timedelta(days=max(rules.GROWTH_SPANS)) + rules.GROWTH_SLACK


@dataclass(frozen=True, slots=True)
class Range:
    """Days, both included."""

    since: date
    until: date


POINT = (
    "taken_on",
    "followers",
    "followers_low",
    "followers_high",
    "following",
    "posts_count",
    "views_total",
    "engagement_rate",
    "engagement_formula",
    "comments_per_post",
    "posts_per_month",
    "via",
    "taken_at",
)
_POINTS = Statement(
    lambda: (
        ChannelSnapshot.objects.filter(
            channel_id=Given("channel"), taken_on__gte=Given("since"), taken_on__lte=Given("until")
        )
        .order_by("taken_on")
        .values_list(*POINT)
    )
)


def history(channel_id: int, span: Range) -> dict[str, Any]:
    """Return the points of a channel within `span`, and its growth up to the newest: one statement."""
    found = _POINTS.rows(channel=channel_id, since=span.since - LOOK_BACK, until=span.until)
    rows = [dict(zip(POINT, row, strict=True)) for row in found]
    return {
        "channel": channel_id,
        "points": [row for row in rows if row["taken_on"] >= span.since],
        "growth": rules.growth([_point(row) for row in rows]),
    }


def creator_audience(creator_id: int, span: Range) -> dict[str, Any]:
    """Return every channel of the creator by week, and the potential reach: two statements."""
    channels = list(
        Channel.objects.filter(creator_id=creator_id).order_by("id").values("id", "platform", "handle", "title", "url")
    )
    rows: dict[int, list[dict[str, Any]]] = {channel["id"]: [] for channel in channels}
    for row in (
        ChannelSnapshot.objects.filter(
            channel__creator_id=creator_id, taken_on__gte=span.since - LOOK_BACK, taken_on__lte=span.until
        )
        .order_by("taken_on")
        .values("channel_id", "taken_on", "followers", "followers_low", "followers_high", "engagement_rate")
    ):
        rows[row["channel_id"]].append(row)
    weeks = rules.weeks_between(span.since, span.until)
    followers = {channel_id: _by_week(of_channel, "followers") for channel_id, of_channel in rows.items()}
    rates = {channel_id: _by_week(of_channel, "engagement_rate") for channel_id, of_channel in rows.items()}
    return {
        "creator": creator_id,
        "weeks": weeks,
        "channels": [
            channel
            | {
                "followers": [followers[channel["id"]].get(week) for week in weeks],
                "engagement_rate": [rates[channel["id"]].get(week) for week in weeks],
                "growth": rules.growth([_point(row) for row in rows[channel["id"]]]),
            }
            for channel in channels
        ],
        "reach": rules.potential_reach(followers.values(), weeks),
    }


def _point(row: dict[str, Any]) -> rules.Point:
    return rules.Point(row["taken_on"], row["followers"], row["followers_low"], row["followers_high"])


def _by_week(rows: list[dict[str, Any]], column: str) -> dict[date, Any]:
    """Return the last known value of each week."""
    return {rules.monday(row["taken_on"]): row[column] for row in rows if row[column] is not None}
