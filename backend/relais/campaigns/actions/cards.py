"""What can be done to a card where it stands."""

from typing import Any

from django.db import transaction

from relais.activity.actions import record
from relais.campaigns.actions.campaigns import told
from relais.campaigns.actions.locks import open_boards, settled
from relais.campaigns.actions.places import place_at
from relais.campaigns.errors import NotLostError
from relais.campaigns.models import Participation
from relais.campaigns.querysets import stages_in_use
from relais.campaigns.rules import LOST
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import NotFoundError


def _record(verb: str, card: Participation, by: Actor, data: dict[str, Any] | None = None) -> None:
    record(verb=verb, subject=card, by=by, creator_id=card.creator_id, campaign_id=card.campaign_id, data=data)


def _save(card: Participation, *names: str) -> None:
    versions, _stages = open_boards([card.campaign_id])
    card.board_version = versions[card.campaign_id]
    card.bump().save(update_fields=[*names, "version", "board_version", "updated_at"])


@transaction.atomic
def change(*, participation: Participation, changes: dict[str, Any], by: Actor) -> Participation:
    """Save new values of a card whose board the caller has locked.

    Raises:
        NotLostError: a reason for losing a card that is not lost.
    """
    lost_fields = [name for name in ("lost_reason", "lost_note") if changes.get(name)]
    if lost_fields and participation.stage.kind not in LOST:
        raise NotLostError(errors={name: [NotLostError.message] for name in lost_fields})
    before = {name: told(getattr(participation, name)) for name in changes}
    for name, value in changes.items():
        setattr(participation, name, value)
    _save(participation, *changes)
    after = {name: told(value) for name, value in changes.items()}
    _record("participation.changed", participation, by, {"before": before, "after": after})
    return participation


@transaction.atomic
def remove(*, participation: Participation, by: Actor) -> None:
    """Take the card out of its campaign; `restore` brings it back to its place."""
    participation.removed_at = clock.now()
    _save(participation, "removed_at")
    _record("participation.removed", participation, by)


@settled
def restore(*, participation_id: int, by: Actor) -> None:
    """Bring a card back to where it was taken out; a card that is there stays as it is.

    Raises:
        NotFoundError: no such card.
    """
    seen = Participation.objects.filter(pk=participation_id).first()
    if seen is None:
        raise NotFoundError
    versions, _stages = open_boards([seen.campaign_id], [seen.stage_id])
    card = Participation.objects.select_related("stage").get(pk=participation_id)
    if card.removed_at is None:
        return
    if card.stage.position is None:
        card.stage = stages_in_use().filter(kind=card.stage.kind)[0]
        card.rank = place_at(campaign_id=card.campaign_id, stage_id=card.stage_id, rank=card.rank, moving=card.pk)
    card.removed_at = None
    card.board_version = versions[card.campaign_id]
    card.bump().save(update_fields=["removed_at", "stage", "rank", "board_version", "version", "updated_at"])
    _record("participation.restored", card, by)
