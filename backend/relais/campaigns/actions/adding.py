"""Bringing creators into a campaign: one, or as many as a filter finds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from relais.activity.actions import build, record, record_all
from relais.campaigns.actions.locks import open_boards
from relais.campaigns.actions.places import place_after, places_at_end
from relais.campaigns.actions.stages import ensure_stages
from relais.campaigns.errors import ParticipationExistsError, StageMovedError
from relais.campaigns.models import Campaign, Participation, Stage
from relais.campaigns.querysets import stages_in_use
from relais.campaigns.rules import StageKind
from relais.creators.models import Creator
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.database import retried

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a selection: found = added + skipped."""

    ids: list[int]
    skipped: int


def _target(stage: Stage | None) -> int:
    if stage is not None:
        return stage.pk
    ensure_stages()
    return stages_in_use().filter(kind=StageKind.PROSPECT).values_list("id", flat=True)[0]


@retried
def add_participation(
    *, campaign: Campaign, creator: Creator, stage: Stage | None, values: dict[str, Any], by: Actor
) -> int:
    """Put one creator on the board, at the top; return the card's id.

    Raises:
        ParticipationExistsError: the creator is there already.
        StageMovedError: the stage is no longer on the board.
    """
    stage_id = _target(stage)
    versions, stages = open_boards([campaign.pk], [stage_id])
    if stage_id not in stages:
        raise StageMovedError
    card = Participation.objects.filter(campaign=campaign, creator=creator).first()
    if card is not None and card.removed_at is None:
        raise ParticipationExistsError(extra={"id": card.pk})
    card = card or Participation(campaign=campaign, creator=creator, version=0)
    rank = place_after(campaign_id=campaign.pk, stage_id=stage_id, after=None, moving=card.pk or 0)
    fresh = {"stage_id": stage_id, "rank": rank, "stage_since": clock.now(), "removed_at": None}
    for name, value in {**fresh, **values, "board_version": versions[campaign.pk]}.items():
        setattr(card, name, value)
    card.bump().save()
    record(verb="participation.added", subject=card, by=by, creator_id=creator.pk, campaign_id=campaign.pk)
    return card.pk


@retried
def add_creators(*, campaign: Campaign, creator_ids: Iterable[int], stage: Stage | None, by: Actor) -> Added:
    """Put creators on the board, at the end of the column, in the order of their ids; set-based for any number.

    Those who are there are skipped; those taken out earlier come back.

    Raises:
        StageMovedError: the stage is no longer on the board.
    """
    stage_id = _target(stage)
    versions, stages = open_boards([campaign.pk], [stage_id])
    if stage_id not in stages:
        raise StageMovedError
    wanted = sorted(set(creator_ids))
    known = dict(Participation.objects.filter(campaign=campaign, creator_id__in=wanted).values_list("creator_id", "id"))
    back = list(Participation.objects.filter(campaign=campaign, creator_id__in=wanted).exclude(removed_at=None))
    revived = {card.creator_id: card for card in back}
    coming = [pk for pk in wanted if pk not in known or pk in revived]
    now = clock.now()
    places = places_at_end(campaign_id=campaign.pk, stage_id=stage_id, count=len(coming))
    cards: list[Participation] = []
    for creator_id, rank in zip(coming, places, strict=True):
        card = revived.get(creator_id) or Participation(campaign=campaign, creator_id=creator_id, version=0)
        card.stage_id, card.rank, card.stage_since, card.removed_at = stage_id, rank, now, None
        card.lost_reason = card.lost_note = ""
        card.board_version, card.updated_at = versions[campaign.pk], now
        cards.append(card.bump())
    Participation.objects.bulk_create([card for card in cards if card.creator_id not in revived], batch_size=BATCH)
    Participation.objects.bulk_update(
        back,
        [
            "stage",
            "rank",
            "stage_since",
            "removed_at",
            "lost_reason",
            "lost_note",
            "board_version",
            "version",
            "updated_at",
        ],
        batch_size=BATCH,
    )
    record_all(
        [
            build(verb="participation.added", subject=card, by=by, creator_id=card.creator_id, campaign_id=campaign.pk)
            for card in cards
        ]
    )
    return Added(ids=[card.pk for card in cards], skipped=len(wanted) - len(cards))
