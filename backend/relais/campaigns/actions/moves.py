"""Moving cards. Whatever happens at the same time, a card is in one place and its history says how it came there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from relais.activity.actions import build, record, record_all
from relais.campaigns.actions.locks import open_boards, settled
from relais.campaigns.actions.places import place_after, place_at, places_on_top, tidy
from relais.campaigns.errors import (
    BulkMoveRefusedError,
    MoveRefusedError,
    NothingToUndoError,
    NotLostError,
    StageMovedError,
)
from relais.campaigns.models import Participation, Stage, StageMove
from relais.campaigns.querysets import card_now, on_board
from relais.campaigns.rules import EVENTS, LOST, MoveSource, StageKind, may_move
from relais.creators.actions.relationship import advance
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Loss:
    """Why a card is lost; both empty when nobody said."""

    reason: str = ""
    note: str = ""


@settled
def move(
    *,
    participation_id: int,
    to: int,
    by: Actor,
    after: int | None = None,
    expected_from: int | None = None,
    why: str = "",
    loss: Loss = Loss(),
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
    if (loss.reason or loss.note) and target.kind not in LOST:
        raise NotLostError(errors={"lost_reason": [NotLostError.message]})
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
    if not entered and target.kind in LOST and not (loss.reason or loss.note):
        loss = Loss(card.lost_reason, card.lost_note)
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
    line = StageMove.objects.create(**_history(card, target, by=by, caused_by=caused_by, why=why, at=now))
    if entered:
        record(verb="participation.moved", **_activity(card, target, by=by, caused_by=caused_by, why=why))
        _follow_relationship([card.creator_id], StageKind(target.kind), by)
    tidy(campaign_id=card.campaign_id, stage_id=target.pk, rank=rank, board_version=board_version)
    return line


def _history(
    card: Participation, target: Stage, *, by: Actor, caused_by: MoveSource, why: str, at: datetime
) -> dict[str, Any]:
    return {
        "participation_id": card.pk,
        "from_stage_id": card.stage_id,
        "to_stage_id": target.pk,
        "from_rank": card.rank,
        "from_since": card.stage_since,
        "from_lost_reason": card.lost_reason,
        "from_lost_note": card.lost_note,
        "caused_by": caused_by,
        "why": why,
        "user_id": by.user_id,
        "at": at,
    }


def _activity(card: Participation, target: Stage, *, by: Actor, caused_by: MoveSource, why: str) -> dict[str, Any]:
    return {
        "subject": card,
        "by": by,
        "creator_id": card.creator_id,
        "campaign_id": card.campaign_id,
        "data": {
            "from": card.stage_id,
            "from_kind": card.stage.kind,
            "to": target.pk,
            "to_kind": target.kind,
            "caused_by": caused_by,
            "why": why,
        },
    }


def _follow_relationship(creator_ids: Sequence[int], kind: StageKind, by: Actor) -> None:
    event = EVENTS.get(kind)
    if event is not None:
        advance(creator_ids=creator_ids, event=event, by=by)


@settled
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


@settled
def bulk_move(
    *,
    ids: Sequence[int],
    to: int,
    by: Actor,
    expected_from: int | None = None,
    why: str = "",
    loss: Loss = Loss(),
) -> list[int]:
    """Move cards to the top of a stage in the order they stood in: all of them or none.

    Returns:
        Ids of the moves, in the order of the cards.

    Raises:
        BulkMoveRefusedError: `refused` lists `{id, code}`, code being `unknown`, `stage_moved` or `move_refused`.
        NotLostError: a reason for a stage that is not a lost one.
    """
    campaign_ids = set(on_board().filter(pk__in=ids).values_list("campaign_id", flat=True))
    origins = set(on_board().filter(pk__in=ids).values_list("stage_id", flat=True))
    versions, stages = open_boards(campaign_ids, {*origins, to})
    cards = list(
        on_board()
        .select_related("stage")
        .filter(pk__in=ids, campaign_id__in=versions)
        .order_by("campaign_id", "stage__position", "rank")
    )
    target = stages.get(to)
    refused = _refusals(ids, cards, target, expected_from)
    if refused or target is None:
        raise BulkMoveRefusedError(extra={"refused": refused})
    if (loss.reason or loss.note) and target.kind not in LOST:
        raise NotLostError(errors={"lost_reason": [NotLostError.message]})
    return _put_all(cards, target, loss, versions, by=by, why=why)


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
    cards: list[Participation], target: Stage, loss: Loss, versions: dict[int, int], *, by: Actor, why: str
) -> list[int]:
    now = clock.now()
    history, lines = [], []
    for campaign_id, version in versions.items():
        group = [card for card in cards if card.campaign_id == campaign_id]
        places = places_on_top(campaign_id=campaign_id, stage_id=target.pk, count=len(group))
        for card, rank in zip(group, places, strict=True):
            history.append(StageMove(**_history(card, target, by=by, caused_by=MoveSource.BULK, why=why, at=now)))
            if card.stage_id != target.pk:
                detail = _activity(card, target, by=by, caused_by=MoveSource.BULK, why=why)
                lines.append(build(verb="participation.moved", **detail))
                card.stage, card.stage_since = target, now
                card.lost_reason, card.lost_note = loss.reason, loss.note
            card.rank, card.board_version, card.updated_at = rank, version, now
            card.bump()
    Participation.objects.bulk_update(
        cards,
        ["stage", "stage_since", "rank", "lost_reason", "lost_note", "version", "board_version", "updated_at"],
        batch_size=500,
    )
    made = StageMove.objects.bulk_create(history)
    record_all(lines)
    _follow_relationship([card.creator_id for card in cards], StageKind(target.kind), by)
    return [line.pk for line in made]
