"""What can be done to a card where it stands."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from relais.activity.actions import record
from relais.campaigns.actions.campaigns import told
from relais.campaigns.actions.locks import open_boards
from relais.campaigns.actions.places import place_at
from relais.campaigns.errors import NotLostError
from relais.campaigns.models import Participation
from relais.campaigns.querysets import stages_in_use
from relais.campaigns.rules import LOST
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.database import retried
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
    refused = refuse_reason(participation, changes)
    if refused:
        raise NotLostError(errors={name: [NotLostError.message] for name in refused})
    data = set_values(participation, changes)
    _save(participation, *changes)
    _record("participation.changed", participation, by, data)
    return participation


def refuse_reason(card: Participation, changes: Mapping[str, Any]) -> list[str]:
    """Return which of the changes give a reason for losing a card that is not lost."""
    given = [name for name in ("lost_reason", "lost_note") if changes.get(name)]
    return given if card.stage.kind not in LOST else []


def set_values(card: Participation, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Set new values, unsaved; return what history says of it."""
    before = {name: told(getattr(card, name)) for name in changes}
    for name, value in changes.items():
        setattr(card, name, value)
    return {"before": before, "after": {name: told(value) for name, value in changes.items()}}


@transaction.atomic
def remove(*, participation: Participation, by: Actor) -> None:
    """Take the card out of its campaign; `restore` brings it back to its place."""
    participation.removed_at = clock.now()
    _save(participation, "removed_at")
    _record("participation.removed", participation, by)


@retried
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
