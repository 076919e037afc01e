"""Numbers that a person types."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from relais.activity.actions import record
from relais.audience.models import ChannelSnapshot
from relais.audience.rows import Measure
from relais.creators.actions.headline import refresh_headlines
from relais.creators.models import Channel
from relais.kit import clock
from relais.kit.actors import Actor
from scrapers.model import Via


@transaction.atomic
def type_in(*, channel: Channel, taken_on: date, time_zone: str, by: Actor, **numbers: Any) -> ChannelSnapshot:
    """Keep the numbers given for that day; each becomes the channel's newest unless a newer one is known.

    Args:
        channel: whose numbers.
        taken_on: the day they were true.
        time_zone: of the workspace, to tell whether that is today.
        by: who typed them.
        numbers: followers, following, posts_count, views_total; what is absent stays as it is.
    """
    today = taken_on >= clock.today(time_zone)
    at = clock.now() if today else datetime.combine(taken_on, time(12), ZoneInfo(time_zone))
    measure = Measure(channel.pk, taken_on, at, Via.HAND, **numbers)
    ChannelSnapshot.objects.upsert([measure])
    ChannelSnapshot.objects.complete([measure])
    refresh_headlines([channel.creator_id], words=False)
    record(
        verb="snapshot.typed",
        subject=channel,
        by=by,
        creator_id=channel.creator_id,
        data={"taken_on": taken_on.isoformat(), **numbers},
    )
    return ChannelSnapshot.objects.get(channel=channel, taken_on=taken_on)
