"""Moves that events make: a parcel left, an article came out."""

from relais.campaigns.actions.locks import lock_board_of
from relais.campaigns.actions.moves import move
from relais.campaigns.models import StageMove
from relais.campaigns.querysets import on_board, stages_in_use
from relais.campaigns.rules import MoveSource, StageKind, may_advance
from relais.kit.actors import Actor
from relais.kit.database import retried


@retried
def advance(*, participation_id: int, to: StageKind, by: Actor, why: str = "") -> StageMove | None:
    """Move a card forward to the first stage of a kind; what is there already, beyond it or lost stays.

    Args:
        participation_id: the card; one that left the board is left alone.
        to: kind of the stage; a workspace without such a stage moves nothing.
        by: whose doing caused it; the move is recorded as caused by a rule.
        why: a word for history.

    Returns:
        The move, or None when nothing moved.
    """
    lock_board_of(card_id=participation_id)
    card = on_board().select_related("stage").filter(pk=participation_id).first()
    if card is None or not may_advance(StageKind(card.stage.kind), to):
        return None
    stage = stages_in_use().filter(kind=to).first()
    if stage is None:
        return None
    return move(
        participation_id=card.pk, to=stage.pk, by=by, expected_from=card.stage_id, why=why, caused_by=MoveSource.RULE
    )
