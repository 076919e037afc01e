"""Changing, taking out and bringing back many cards: all of them or none, each by the rule that holds for one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from relais.activity.actions import build, record_all
from relais.campaigns.actions.cards import refuse_reason, set_values
from relais.campaigns.actions.locks import open_boards
from relais.campaigns.actions.places import former_places
from relais.campaigns.errors import BulkRefusedError, NotLostError
from relais.campaigns.models import Participation
from relais.campaigns.querysets import on_board, stages_in_use
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.database import retried

BATCH = 500


@dataclass(frozen=True, slots=True)
class CardChange:
    """New values of one card, as read at `version`; None where nobody said which."""

    card_id: int
    version: int | None
    values: Mapping[str, Any]


Refuse = Callable[[Participation, CardChange], str]


def _locked(changes: Sequence[CardChange], refuse: Refuse) -> list[Participation]:
    """Return the cards of the changes, in their order, their boards locked.

    Raises:
        BulkRefusedError: some are unknown, stale, or refused by the rule.
    """
    ids = [change.card_id for change in changes]
    versions, _stages = open_boards(on_board().filter(pk__in=ids).values_list("campaign_id", flat=True))
    rows = on_board().select_related("stage").filter(pk__in=ids, campaign_id__in=versions)
    found = {card.pk: card for card in rows}

    def reason(change: CardChange) -> str:
        card = found.get(change.card_id)
        if card is None:
            return "unknown"
        if change.version not in {None, card.version}:
            return "stale_version"
        return refuse(card, change)

    refused = [{"id": change.card_id, "code": code} for change in changes if (code := reason(change))]
    if refused:
        raise BulkRefusedError(extra={"refused": refused})
    for card in found.values():
        card.board_version, card.updated_at = versions[card.campaign_id], clock.now()
    return [found[pk] for pk in ids]


def _save(cards: Sequence[Participation], names: Iterable[str]) -> None:
    Participation.objects.bulk_update(
        [card.bump() for card in cards], [*names, "version", "board_version", "updated_at"], batch_size=BATCH
    )


def _told(verb: str, cards: Sequence[Participation], by: Actor, data: Sequence[dict[str, Any] | None]) -> None:
    record_all(
        [
            build(verb=verb, subject=card, by=by, creator_id=card.creator_id, campaign_id=card.campaign_id, data=detail)
            for card, detail in zip(cards, data, strict=True)
        ]
    )


@retried
def bulk_change(*, changes: Sequence[CardChange], by: Actor) -> None:
    """Save new values of many cards.

    Raises:
        BulkRefusedError: `refused` lists `{id, code}`, code being `unknown`, `stale_version` or `not_lost`.
    """

    def refuse(card: Participation, change: CardChange) -> str:
        return NotLostError.code if refuse_reason(card, change.values) else ""

    cards = _locked(changes, refuse)
    data = [set_values(card, change.values) for card, change in zip(cards, changes, strict=True)]
    _save(cards, {name for change in changes for name in change.values})
    _told("participation.changed", cards, by, data)


@retried
def bulk_remove(*, cards: Sequence[CardChange], by: Actor) -> None:
    """Take many cards out of their campaigns; `bulk_restore` brings them back.

    Raises:
        BulkRefusedError: `refused` lists `{id, code}`, code being `unknown` or `stale_version`.
    """
    gone = _locked(cards, lambda _card, _change: "")
    for card in gone:
        card.removed_at = clock.now()
    _save(gone, ["removed_at"])
    _told("participation.removed", gone, by, [None] * len(gone))


@retried
def bulk_restore(*, ids: Sequence[int], by: Actor) -> None:
    """Bring cards back to where they were taken out; those that are there stay as they are.

    Raises:
        BulkRefusedError: `refused` lists `{id, code}`, code being `unknown`.
    """
    wanted = Participation.objects.filter(pk__in=ids, creator__deleted_at=None)
    known = dict(wanted.values_list("id", "campaign_id"))
    refused = [{"id": pk, "code": "unknown"} for pk in ids if pk not in known]
    if refused:
        raise BulkRefusedError(extra={"refused": refused})
    versions, _stages = open_boards(known.values(), wanted.values_list("stage_id", flat=True))
    back = list(wanted.exclude(removed_at=None).select_related("stage").order_by("id"))
    homeless = [card for card in back if card.stage.position is None]
    for card in homeless:
        card.stage = stages_in_use().filter(kind=card.stage.kind)[0]
    ranks = former_places([(card, card.stage_id, card.rank) for card in homeless])
    for card, rank in zip(homeless, ranks, strict=True):
        card.rank = rank
    for card in back:
        card.removed_at, card.board_version, card.updated_at = None, versions[card.campaign_id], clock.now()
    _save(back, ["removed_at", "stage", "rank"])
    _told("participation.restored", back, by, [None] * len(back))
