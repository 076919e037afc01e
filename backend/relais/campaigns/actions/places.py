"""Finding and making room in a column. The caller holds the board's lock."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from django.db import connection
from django.db.models import Max, Min

from relais.campaigns import ranks
from relais.campaigns.errors import NeighbourMovedError
from relais.campaigns.models import Participation


def place_after(*, campaign_id: int, stage_id: int, after: int | None, moving: int = 0) -> str:
    """Return a free rank right after that card, or at the top of the column.

    Cards taken out keep their place, so that restoring them finds it free.

    Raises:
        NeighbourMovedError: `after` is not in this column.
    """
    column = Participation.objects.filter(campaign_id=campaign_id, stage_id=stage_id)
    if after is None:
        return ranks.between(None, column.exclude(pk=moving).aggregate(top=Min("rank"))["top"])
    low = column.filter(pk=after, removed_at=None).values_list("rank", flat=True).first()
    if low is None:
        raise NeighbourMovedError
    return ranks.between(low, column.filter(rank__gt=low).exclude(pk=moving).aggregate(next=Min("rank"))["next"])


def places_after(*, campaign_id: int, stage_id: int, after: int, moving: Collection[int], count: int) -> list[str]:
    """Return that many free ranks right after that card, in order.

    Raises:
        NeighbourMovedError: `after` is not in this column, or is moving itself.
    """
    column = Participation.objects.filter(campaign_id=campaign_id, stage_id=stage_id).exclude(pk__in=moving)
    low = column.filter(pk=after, removed_at=None).values_list("rank", flat=True).first()
    if low is None:
        raise NeighbourMovedError
    return ranks.several(count, low, column.filter(rank__gt=low).aggregate(next=Min("rank"))["next"])


def place_at(*, campaign_id: int, stage_id: int, rank: str, moving: int) -> str:
    """Return that rank, or the nearest free one below it."""
    column = Participation.objects.filter(campaign_id=campaign_id, stage_id=stage_id).exclude(pk=moving)
    if not column.filter(rank=rank).exists():
        return rank
    return ranks.between(rank, column.filter(rank__gt=rank).aggregate(next=Min("rank"))["next"])


def former_places(wanted: Sequence[tuple[Participation, int, str]]) -> list[str]:
    """Return for each card, stage and rank that rank, or the nearest free one below it; no two alike."""
    moving = [card.pk for card, _stage, _rank in wanted]
    columns = {(card.campaign_id, stage_id) for card, stage_id, _rank in wanted}
    rows = Participation.objects.filter(
        campaign_id__in={campaign for campaign, _stage in columns}, stage_id__in={stage for _campaign, stage in columns}
    ).exclude(pk__in=moving)
    taken: dict[tuple[int, int], list[str]] = {column: [] for column in columns}
    for campaign_id, stage_id, rank in rows.values_list("campaign_id", "stage_id", "rank"):
        if (campaign_id, stage_id) in taken:
            taken[campaign_id, stage_id].append(rank)
    for column in taken.values():
        column.sort()
    found = []
    for card, stage_id, rank in wanted:
        column = taken[card.campaign_id, stage_id]
        place = bisect_left(column, rank)
        if place < len(column) and column[place] == rank:
            place += 1
            rank = ranks.between(rank, column[place] if place < len(column) else None)  # noqa: PLW2901
        column.insert(place, rank)
        found.append(rank)
    return found


def places_on_top(*, campaign_id: int, stage_id: int, count: int) -> list[str]:
    """Return that many ranks above all cards of the column, in order."""
    top = Participation.objects.filter(campaign_id=campaign_id, stage_id=stage_id).aggregate(top=Min("rank"))["top"]
    return ranks.spread(count, above=top)


def places_at_end(*, campaign_id: int, stage_id: int, count: int) -> list[str]:
    """Return that many ranks below all cards of the column, in order."""
    last = Participation.objects.filter(campaign_id=campaign_id, stage_id=stage_id).aggregate(last=Max("rank"))["last"]
    return ranks.spread(count, below=last)


def tidy(*, campaign_id: int, stage_id: int, rank: str, board_version: int) -> None:
    """Spread the whole column afresh when the rank just given has grown too long."""
    if len(rank) <= ranks.LONGEST:
        return
    column = Participation.objects.filter(campaign_id=campaign_id, stage_id=stage_id)
    ids = list(column.order_by("rank").values_list("id", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE campaigns_participation AS card SET rank = fresh.rank, board_version = %s"
            " FROM unnest(%s::bigint[], %s::text[]) AS fresh (id, rank) WHERE card.id = fresh.id",
            [board_version, ids, ranks.spread(len(ids))],
        )
