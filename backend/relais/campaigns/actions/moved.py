"""What every move writes beside the place itself: history, the timeline, the relation, and why a card is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from relais.campaigns.errors import NotLostError
from relais.campaigns.models import Participation, Stage
from relais.campaigns.rules import EVENTS, LOST, MoveSource, StageKind
from relais.creators.actions.relationship import advance
from relais.kit.actors import Actor


@dataclass(frozen=True, slots=True)
class Loss:
    """Why a card is lost; both empty when nobody said."""

    reason: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.reason or self.note)


NOT_SAID = Loss()


def check_loss(target: Stage, loss: Loss) -> None:
    """Refuse a reason for a stage that is not a lost one.

    Raises:
        NotLostError: it is not.
    """
    if loss and target.kind not in LOST:
        raise NotLostError(errors={"lost_reason": [NotLostError.message]})


def loss_after(card: Participation, target: Stage, loss: Loss) -> Loss:
    """Return why the card is lost after the move: within a lost stage it stays as it was unless told."""
    stays = card.stage_id == target.pk and target.kind in LOST
    return Loss(card.lost_reason, card.lost_note) if stays and not loss else loss


def move_line(
    card: Participation, target: Stage, *, by: Actor, caused_by: MoveSource, why: str, at: datetime
) -> dict[str, Any]:
    """Return the values of the line of history, from the card as it was."""
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


def told_move(card: Participation, target: Stage, *, by: Actor, caused_by: MoveSource, why: str) -> dict[str, Any]:
    """Return what timelines say of a card that entered a stage, from the card as it was."""
    return {
        "verb": "participation.moved",
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


def follow_relationship(creator_ids: Sequence[int], kind: StageKind, by: Actor) -> None:
    """Let the relation with these people follow what entering a stage of that kind says."""
    event = EVENTS.get(kind)
    if event is not None:
        advance(creator_ids=creator_ids, event=event, by=by)
