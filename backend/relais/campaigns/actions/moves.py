"""Moving cards. Whatever happens at the same time, a card is in one place and its history says how it came there."""

from datetime import datetime

from django.db.models import F

from relais.activity.actions import record
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
from relais.campaigns.actions.places import place_after, place_at, tidy
from relais.campaigns.errors import MoveRefusedError, NothingToUndoError, StageMovedError
from relais.campaigns.models import Participation, Stage, StageMove
from relais.campaigns.querysets import card_now, on_board
from relais.campaigns.rules import MoveSource, StageKind, may_move
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.database import retried
from relais.kit.errors import NotFoundError


@retried
def move(
    *,
    participation_id: int,
    to: int,
    by: Actor,
    after: int | None = None,
    expected_from: int | None = None,
    why: str = "",
    loss: Loss = NOT_SAID,
    caused_by: MoveSource = MoveSource.HAND,
) -> StageMove:
    """Put a card into a stage, right after another card.

    Args:
        participation_id: the card.
        to: id of the stage.
        by: who moves it.
        after: id of the card above; None for the top of the column.
        expected_from: id of the stage the mover saw it in.
        why: a word for history.
        loss: why it is lost, when the stage is one of the lost ones.
        caused_by: a hand, or a rule acting for it.

    Raises:
        NotFoundError: no such card.
        StageMovedError: it is not in `expected_from`, or the stage is gone; the answer carries the card.
        MoveRefusedError: the transition table says no.
        NeighbourMovedError: `after` is not in that column.
        NotLostError: a reason for a stage that is not a lost one.
    """
    seen = on_board().filter(pk=participation_id).first()
    if seen is None:
        raise NotFoundError
    versions, stages = open_boards([seen.campaign_id], [seen.stage_id, to])
    card = on_board().select_related("stage").filter(pk=participation_id).first()
    if card is None:
        raise NotFoundError
    if to not in stages or (expected_from is not None and card.stage_id != expected_from):
        raise StageMovedError(extra={"current": card_now(card.pk)})
    target = stages[to]
    if not may_move(StageKind(card.stage.kind), StageKind(target.kind)):
        raise MoveRefusedError(extra={"current": card_now(card.pk)})
    check_loss(target, loss)
    rank = place_after(campaign_id=card.campaign_id, stage_id=to, after=after, moving=card.pk)
    return _put(card, target, rank, loss, versions[card.campaign_id], by=by, caused_by=caused_by, why=why)


def _put(
    card: Participation,
    target: Stage,
    rank: str,
    loss: Loss,
    board_version: int,
    *,
    by: Actor,
    caused_by: MoveSource,
    why: str = "",
    since: datetime | None = None,
) -> StageMove:
    """Write the new place and its history; one row or nothing."""
    now = clock.now()
    entered = card.stage_id != target.pk
    loss = loss_after(card, target, loss)
    moved = Participation.objects.filter(pk=card.pk, stage_id=card.stage_id, removed_at=None).update(
        stage=target,
        rank=rank,
        stage_since=since or (now if entered else card.stage_since),
        lost_reason=loss.reason,
        lost_note=loss.note,
        version=F("version") + 1,
        board_version=board_version,
        updated_at=now,
    )
    if moved != 1:
        raise StageMovedError(extra={"current": card_now(card.pk)})
    line = StageMove.objects.create(**move_line(card, target, by=by, caused_by=caused_by, why=why, at=now))
    if entered:
        record(**told_move(card, target, by=by, caused_by=caused_by, why=why))
        follow_relationship([card.creator_id], StageKind(target.kind), by)
    tidy(campaign_id=card.campaign_id, stage_id=target.pk, rank=rank, board_version=board_version)
    return line


@retried
def undo_move(*, participation_id: int, by: Actor, move_id: int | None = None) -> StageMove:
    """Put a card back where it was before its last move; undoing an undo does the move again.

    Args:
        participation_id: the card.
        by: who undoes.
        move_id: the move meant; refused when another one came after it.

    Raises:
        NotFoundError: no such card.
        StageMovedError: `move_id` is not the last move.
        NothingToUndoError: it never moved, or its former stage is no longer on the board.
    """
    seen = on_board().filter(pk=participation_id).first()
    if seen is None:
        raise NotFoundError
    versions, _stages = open_boards([seen.campaign_id])
    last = StageMove.objects.filter(participation_id=participation_id).order_by("id").last()
    if last is None or last.from_stage_id is None:
        raise NothingToUndoError
    _versions, stages = open_boards([], [last.from_stage_id, last.to_stage_id])
    card = on_board().select_related("stage").get(pk=participation_id)
    if move_id is not None and last.pk != move_id:
        raise StageMovedError(extra={"current": card_now(card.pk)})
    if last.from_stage_id not in stages:
        raise NothingToUndoError
    rank = place_at(
        campaign_id=card.campaign_id, stage_id=last.from_stage_id, rank=last.from_rank, moving=participation_id
    )
    return _put(
        card,
        stages[last.from_stage_id],
        rank,
        Loss(last.from_lost_reason, last.from_lost_note),
        versions[card.campaign_id],
        by=by,
        caused_by=MoveSource.UNDO,
        since=last.from_since,
    )
