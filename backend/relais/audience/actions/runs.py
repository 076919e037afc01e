"""Refreshes that somebody asked for."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from relais.activity.actions import record
from relais.audience.errors import NothingSelectedError, RunFinishedError, UnknownChannelError
from relais.audience.models import RefreshItem, RefreshRun
from relais.audience.rules import UNFINISHED, RunState
from relais.creators.models import Channel
from relais.kit import clock
from relais.kit.actors import Actor
from relais.sources import actions as sources
from scrapers.model import Platform, ProfileRef

CHUNK = 2_000


def known_channels(*, ids: Iterable[int]) -> QuerySet[Channel]:
    """Return the channels of these ids.

    Raises:
        UnknownChannelError: one of them is unknown or foreign.
    """
    wanted = set(ids)
    channels = Channel.objects.filter(id__in=wanted)
    missing = wanted - set(channels.values_list("id", flat=True))
    if missing:
        raise UnknownChannelError(errors={"ids": [str(missing_id) for missing_id in sorted(missing)]})
    return channels


@transaction.atomic
def start(*, channels: QuerySet[Channel], by: Actor) -> RefreshRun:
    """Refresh these channels before what is merely due, as a run that can be watched.

    Raises:
        NothingSelectedError: there are none.
    """
    chosen: list[tuple[Any, ...]] = list(
        channels.filter(creator__deleted_at=None)
        .order_by("id")
        .values_list("id", "source_id", "platform", "key", "url", "handle", "feed_url")
        .distinct()
    )
    if not chosen:
        raise NothingSelectedError
    run = RefreshRun.objects.create(total=len(chosen), made_by_id=by.user_id)
    RefreshItem.objects.bulk_create([RefreshItem(run=run, channel_id=row[0]) for row in chosen], batch_size=CHUNK)
    followed = {row[1] for row in chosen if row[1] is not None}
    strays = {row[0]: ProfileRef(Platform(row[2]), *row[3:]) for row in chosen if row[1] is None}
    sources.hurry(source_ids=followed | _follow(strays))
    record(verb="refresh.started", subject=run, by=by, data={"channels": run.total})
    return run


def _follow(strays: dict[int, ProfileRef]) -> set[int]:
    """Give channels that nobody follows yet their source; return the sources."""
    found = sources.follow(refs=strays.values()) if strays else {}
    for channel_id, ref in strays.items():
        Channel.objects.filter(id=channel_id).update(source_id=found[ref])
    return set(found.values())


@transaction.atomic
def cancel(*, run: RefreshRun, by: Actor) -> RefreshRun:
    """Stop watching a run; what is being fetched at this moment still counts for its channel.

    Raises:
        RunFinishedError: it has ended.
    """
    changed = RefreshRun.objects.filter(id=run.pk, state__in=UNFINISHED).update(
        state=RunState.CANCELLED, finished_at=clock.now()
    )
    if not changed:
        raise RunFinishedError
    waiting = RefreshItem.objects.filter(run=run, state="pending")
    sources.calm(source_ids=list(waiting.values_list("channel__source_id", flat=True)))
    waiting.delete()
    run.refresh_from_db()
    record(verb="refresh.cancelled", subject=run, by=by, data={"channels": run.total, "done": run.done})
    return run
