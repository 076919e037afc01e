"""Where a person publishes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from relais.activity.actions import build, record, record_all
from relais.creators.actions.headline import refresh_headlines
from relais.creators.errors import ChannelTakenError
from relais.creators.models import Channel, Creator
from relais.kit.actors import Actor
from relais.sources.actions import follow, identify, unfollow
from scrapers.model import ProfileRef


@transaction.atomic
def add_channels(*, creator: Creator, urls: Sequence[str], by: Actor) -> list[Channel]:
    """Give a person the channels at these addresses, followed from now on; one it has already is returned as it is.

    The caller refreshes the headline when it changes more; `add_channel` does it for one.

    Raises:
        UnrecognisedUrlError: an address is none.
        ChannelTakenError: a channel is somebody else's.
    """
    refs = list(dict.fromkeys(identify(url=url) for url in urls))
    if not refs:
        return []
    sources = follow(refs=refs)
    present = {(channel.platform, channel.key): channel for channel in _stored(refs)}
    for ref in refs:
        _refuse_taken(present.get((ref.platform, ref.key)), creator, ref)
    new = [
        Channel(
            creator=creator, platform=ref.platform, key=ref.key, url=ref.url, handle=ref.handle, feed_url=ref.feed_url,
            source_id=sources[ref],
        )
        for ref in refs
        if (ref.platform, ref.key) not in present
    ]  # fmt: skip
    # Somebody may add the same channel at this very moment: the unique key lets one of the two through.
    Channel.objects.bulk_create(new, ignore_conflicts=True)
    stored = {(channel.platform, channel.key): channel for channel in _stored(refs)}
    for ref in refs:
        _refuse_taken(stored[ref.platform, ref.key], creator, ref)
    made = [stored[row.platform, row.key] for row in new]
    record_all(
        [
            build(
                verb="channel.added",
                subject=channel,
                by=by,
                creator_id=creator.pk,
                data={"platform": channel.platform, "url": channel.url},
            )
            for channel in made
        ]
    )
    return [stored[ref.platform, ref.key] for ref in refs]


def _stored(refs: Sequence[ProfileRef]) -> list[Channel]:
    keys = {(ref.platform, ref.key) for ref in refs}
    rows = Channel.objects.select_related("creator").filter(key__in=[key for _, key in keys])
    return [row for row in rows if (row.platform, row.key) in keys]


def _refuse_taken(channel: Channel | None, creator: Creator, ref: ProfileRef) -> None:
    if channel is None or channel.creator_id == creator.pk:
        return
    holder = channel.creator
    raise ChannelTakenError(
        url=ref.url, creator_id=holder.pk, name=holder.name, is_deleted=holder.deleted_at is not None
    )


@transaction.atomic
def add_channel(*, creator: Creator, url: str, by: Actor) -> Channel:
    """Give a person one more channel.

    Raises:
        UnrecognisedUrlError, ChannelTakenError: as `add_channels`.
    """
    (channel,) = add_channels(creator=creator, urls=[url], by=by)
    refresh_headlines([creator.pk])
    return channel


@transaction.atomic
def change_channel(*, channel: Channel, values: Mapping[str, Any], by: Actor) -> Channel:
    """Correct the title or the feed's address."""
    before = {name: getattr(channel, name) for name in values}
    for name, value in values.items():
        setattr(channel, name, value)
    channel.save(update_fields=list(values))
    data = {"url": channel.url, "before": before, "after": dict(values)}
    record(verb="channel.changed", subject=channel, by=by, creator_id=channel.creator_id, data=data)
    refresh_headlines([channel.creator_id])
    return channel


@transaction.atomic
def remove_channel(*, channel: Channel, by: Actor) -> None:
    """Forget a channel and its history of numbers; stop fetching it when it was the last to follow."""
    data = {"platform": channel.platform, "url": channel.url, "title": channel.title}
    record(verb="channel.removed", subject=channel, by=by, creator_id=channel.creator_id, data=data)
    source_id, creator_id = channel.source_id, channel.creator_id
    channel.delete()
    if source_id is not None and not Channel.all_workspaces.filter(source_id=source_id).exists():
        unfollow(source_ids=[source_id])
    refresh_headlines([creator_id])
