"""Moving many cards at once: all of them or none, each by the rule that holds for one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max

from relais.activity.actions import build, record_all
from relais.campaigns.actions.locks import open_boards
from relais.campaigns.actions.moved import (
    NOT_SAID,
    Loss,
    check_loss,
    follow_relationship,
    loss_after,
    move_line,
    told_move,
)
from relais.campaigns.actions.places import former_places, places_after, places_on_top, tidy
from relais.campaigns.errors import BulkMoveRefusedError
from relais.campaigns.models import Participation, Stage, StageMove
from relais.campaigns.querysets import on_board
from relais.campaigns.rules import MoveSource, StageKind, may_move
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.database import retried


@dataclass(frozen=True, slots=True)
class _Placement:
    """Where one card goes."""

    card: Participation
    target: Stage
    rank: str
    loss: Loss
    since: datetime | None = None


@retried
def bulk_move(
    *,
    ids: Sequence[int],
    to: int,
    by: Actor,
    after: int | None = None,
    expected_from: int | None = None,
    why: str = "",
    loss: Loss = NOT_SAID,
) -> list[int]:
    """Move cards to one place of a stage in the order they stood in: all of them or none.

    Args:
        ids: the cards.
        to: id of the stage.
        by: who moves them.
        after: id of the card above the first; None for the top of the column.
        expected_from: id of the stage the mover saw them in.
        why: a word for history.
        loss: why they are lost, when the stage is one of the lost ones.

    Returns:
        Ids of the moves, in the order of the cards.

    Raises:
        BulkMoveRefusedError: `refused` lists `{id, code}`, code being `unknown`, `stage_moved` or `move_refused`.
        NeighbourMovedError: `after` is not in that column, or is one of the cards.
        NotLostError: a reason for a stage that is not a lost one.
    """
    campaign_ids = set(on_board().filter(pk__in=ids).values_list("campaign_id", flat=True))
    origins = set(on_board().filter(pk__in=ids).values_list("stage_id", flat=True))
    versions, stages = open_boards(campaign_ids, {*origins, to})
    cards = _cards(ids, versions)
    target = stages.get(to)
    refused = _refusals(ids, cards, target, expected_from)
    if refused or target is None:
        raise BulkMoveRefusedError(extra={"refused": refused})
    check_loss(target, loss)
    placements = []
    for campaign_id in versions:
        group = [card for card in cards if card.campaign_id == campaign_id]
        room = {"campaign_id": campaign_id, "stage_id": to, "count": len(group)}
        places = places_on_top(**room) if after is None else places_after(**room, after=after, moving=ids)
        placements += [_Placement(card, target, rank, loss) for card, rank in zip(group, places, strict=True)]
    return _put_all(placements, versions, by=by, caused_by=MoveSource.BULK, why=why)


def _cards(ids: Collection[int], versions: Mapping[int, int]) -> list[Participation]:
    """Return the cards on boards that are locked, in the order they stand in."""
    rows = on_board().select_related("stage").filter(pk__in=ids, campaign_id__in=versions)
    return list(rows.order_by("campaign_id", "stage__position", "rank"))


def _refusals(
    ids: Sequence[int], cards: list[Participation], target: Stage | None, expected_from: int | None
) -> list[dict[str, Any]]:
    found = {card.pk: card for card in cards}

    def reason(pk: int) -> str:
        if pk not in found:
            return "unknown"
        stage = found[pk].stage
        if target is None or (expected_from is not None and stage.pk != expected_from):
            return "stage_moved"
        return "" if may_move(StageKind(stage.kind), StageKind(target.kind)) else "move_refused"

    return [{"id": pk, "code": code} for pk in ids if (code := reason(pk))]


def _put_all(
    placements: Sequence[_Placement],
    versions: Mapping[int, int],
    *,
    by: Actor,
    caused_by: MoveSource,
    why: str = "",
) -> list[int]:
    """Write the new places and their history; return the ids of the moves."""
    now = clock.now()
    history, lines = [], []
    entered: dict[StageKind, list[int]] = {}
    for place in placements:
        card, target = place.card, place.target
        history.append(StageMove(**move_line(card, target, by=by, caused_by=caused_by, why=why, at=now)))
        loss = loss_after(card, target, place.loss)
        if card.stage_id != target.pk:
            lines.append(build(**told_move(card, target, by=by, caused_by=caused_by, why=why)))
            entered.setdefault(StageKind(target.kind), []).append(card.creator_id)
            card.stage, card.stage_since = target, now
        card.stage_since = place.since or card.stage_since
        card.lost_reason, card.lost_note = loss.reason, loss.note
        card.rank, card.board_version, card.updated_at = place.rank, versions[card.campaign_id], now
        card.bump()
    Participation.objects.bulk_update(
        [place.card for place in placements],
        ["stage", "stage_since", "rank", "lost_reason", "lost_note", "version", "board_version", "updated_at"],
        batch_size=500,
    )
    made = StageMove.objects.bulk_create(history)
    record_all(lines)
    for kind, creator_ids in entered.items():
        follow_relationship(creator_ids, kind, by)
    longest = {(place.card.campaign_id, place.target.pk): place.rank for place in sorted(placements, key=_length)}
    for (campaign_id, stage_id), rank in longest.items():
        tidy(campaign_id=campaign_id, stage_id=stage_id, rank=rank, board_version=versions[campaign_id])
    return [line.pk for line in made]


def _length(place: _Placement) -> int:
    return len(place.rank)


@retried
def bulk_undo(*, move_ids: Sequence[int], by: Actor) -> list[int]:
    """Put cards back where they were before these moves: all of them or none.

    Returns:
        Ids of the cards.

    Raises:
        BulkMoveRefusedError: `refused` lists `{id, code}` by move: `unknown`, `stage_moved` when the card moved once
            more, or `nothing_to_undo` when its former stage is no longer on the board.
    """
    seen = {line.pk: line for line in StageMove.objects.filter(pk__in=move_ids)}
    card_ids = {line.participation_id for line in seen.values()}
    campaign_ids = on_board().filter(pk__in=card_ids).values_list("campaign_id", flat=True)
    versions, _stages = open_boards(list(campaign_ids))
    rows = StageMove.objects.filter(participation_id__in=card_ids).values_list("participation_id")
    latest = dict(rows.annotate(Max("id")).order_by())
    wanted = {stage for line in seen.values() for stage in (line.from_stage_id, line.to_stage_id) if stage is not None}
    _versions, stages = open_boards([], wanted)
    cards = {card.pk: card for card in _cards(card_ids, versions)}

    def reason(pk: int) -> str:
        line = seen.get(pk)
        if line is None or line.participation_id not in cards:
            return "unknown"
        if latest[line.participation_id] != pk:
            return "stage_moved"
        return "" if line.from_stage_id in stages else "nothing_to_undo"

    refused = [{"id": pk, "code": code} for pk in move_ids if (code := reason(pk))]
    if refused:
        raise BulkMoveRefusedError(extra={"refused": refused})
    lines = [seen[pk] for pk in move_ids]
    back = [(cards[line.participation_id], stages[line.from_stage_id or 0], line) for line in lines]
    ranks = former_places([(card, stage.pk, line.from_rank) for card, stage, line in back])
    placements = [
        _Placement(card, stage, rank, Loss(line.from_lost_reason, line.from_lost_note), line.from_since)
        for (card, stage, line), rank in zip(back, ranks, strict=True)
    ]
    _put_all(placements, versions, by=by, caused_by=MoveSource.UNDO)
    return list(cards)
