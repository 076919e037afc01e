"""What looks at sources mean for the channels that follow them, in every workspace."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from relais.audience import reading
from relais.audience.models import ChannelSnapshot, Post, RefreshItem
from relais.audience.rows import Closing, Look
from relais.audience.rules import ItemState
from relais.creators.actions.headline import refresh_headlines
from relais.creators.models import Channel
from relais.kit.tenancy import workspace_scope
from relais.sources.registry import Result


def take(results: Sequence[Result]) -> None:
    """Write snapshots, posts, the channels' newest numbers and the creators' headlines; end waiting items of runs.

    A handler of `sources`: runs inside its transaction.
    """
    by_source = {result.source_id: result for result in results}
    for workspace_id, of_workspace in groupby(_channels(by_source), key=lambda row: row["workspace_id"]):
        pairs = [(row, by_source[row["source_id"]]) for row in of_workspace]
        with workspace_scope(workspace_id):
            _write(pairs)


def _channels(source_ids: Iterable[int]) -> list[Any]:
    """Lock the channels of these sources, in one order for all workers."""
    return list(
        Channel.all_workspaces.filter(source_id__in=list(source_ids))
        .order_by("workspace_id", "id")
        .select_for_update(of=("self",), no_key=True)
        .values(
            "id", "workspace_id", "creator_id", "source_id", "platform", "title", "followers", "workspace__time_zone"
        )
    )


def _write(pairs: Sequence[tuple[Mapping[str, Any], Result]]) -> None:
    measures, posts, looks = [], [], []
    for channel, result in pairs:
        looks.append(reading.look(channel, result))
        stats = result.outcome.stats
        if stats is not None:
            day = result.at.astimezone(ZoneInfo(channel["workspace__time_zone"])).date()
            measures.append(reading.measure(channel, stats, result.at, day))
            posts += reading.posts(channel["id"], stats, result.at)
    ChannelSnapshot.objects.upsert(measures)
    Post.objects.upsert(posts)
    ChannelSnapshot.objects.mark(looks)
    named = {channel["creator_id"] for (channel, _), look in zip(pairs, looks, strict=True) if _names(channel, look)}
    refresh_headlines(named)
    refresh_headlines({channel["creator_id"] for channel, _ in pairs} - named, words=False)
    RefreshItem.objects.close([_closing(channel["id"], result) for channel, result in pairs])


def _names(channel: Mapping[str, Any], look: Look) -> bool:
    """Say whether the channel has just learnt what it is called, by which people search."""
    return bool(look.title) and not channel["title"]


def _closing(channel_id: int, result: Result) -> Closing:
    code = result.outcome.error_code
    state = ItemState.FAILED if code else ItemState.DONE
    return Closing(channel_id, state, code, reading.text(result.outcome.error_detail, 500), result.at)
