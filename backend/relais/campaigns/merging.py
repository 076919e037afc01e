"""Cards of two people who turn out to be one. In a campaign that both were in, the farther place is kept."""

from collections.abc import Callable
from typing import Any

from django.db import connection

from relais.campaigns.actions.locks import open_boards
from relais.campaigns.actions.places import place_at
from relais.campaigns.models import Participation
from relais.campaigns.rules import LOST, StageKind
from relais.creators.merging.children import move_children
from relais.creators.merging.ledger import Ledger
from relais.kit import clock

#: Where a card stands: the two cards of one campaign swap it when the other was farther.
_PLACE = ("stage_id", "rank", "stage_since", "lost_reason", "lost_note")
_FILLED = ("owner_id", "next_action", "next_action_on", "fee_amount")
_ORDER = tuple(StageKind)


def merge_cards(kept_id: int, gone_id: int, ledger: Ledger) -> None:
    """Hand the cards over; two of one campaign become one with both histories."""
    theirs = {card.campaign_id: card for card in _cards(gone_id)}
    open_boards(theirs)
    theirs = {card.campaign_id: card for card in _cards(gone_id)}
    ours = {card.campaign_id: card for card in _cards(kept_id) if card.campaign_id in theirs}
    free = [card.pk for campaign_id, card in theirs.items() if campaign_id not in ours]
    ledger.move(Participation, "creator_id", free, old=gone_id, new=kept_id)
    for campaign_id, card in ours.items():
        _join(card, theirs[campaign_id], ledger)
    _stamp(ledger)


def undo_cards(ledger: Ledger, take_back: Callable[[], None]) -> None:
    """Let the cards be taken back under the boards' locks; one whose place is taken by now gets the nearest."""
    cards = Participation.objects.filter(pk__in=ledger.ids_of(Participation))
    open_boards(cards.values_list("campaign_id", flat=True))
    take_back()
    for card in cards.order_by("id"):
        rank = place_at(campaign_id=card.campaign_id, stage_id=card.stage_id, rank=card.rank, moving=card.pk)
        if rank != card.rank:
            Participation.objects.filter(pk=card.pk).update(rank=rank)
    _stamp(ledger)


def _cards(creator_id: int) -> Any:
    return Participation.objects.filter(creator_id=creator_id).select_related("stage").order_by("id")


def _join(ours: Participation, theirs: Participation, ledger: Ledger) -> None:
    """Make one card of two: the other one leaves the board and stays for the undo."""
    before = {name: getattr(ours, name) for name in _PLACE}
    if _reach(theirs) > _reach(ours):
        values = {name: getattr(theirs, name) for name in _PLACE}
        if ours.removed_at is not None:
            values["removed_at"] = None
    else:
        values = {}
    for name in _FILLED:
        if getattr(ours, name) in {"", None} and getattr(theirs, name) not in {"", None}:
            values[name] = getattr(theirs, name)
    if theirs.notes and theirs.notes not in ours.notes:
        values["notes"] = "\n\n".join(filter(None, (ours.notes, theirs.notes)))[:50_000]
    swapped = before if "rank" in values else {}
    ledger.change(ours, **values)
    ledger.change(theirs, **swapped, removed_at=theirs.removed_at or clock.now())
    move_children(Participation, old=theirs.pk, new=ours.pk, ledger=ledger)


def _reach(card: Participation) -> tuple[bool, bool, int]:
    """Return how far a card is: on the board before off it, going on before lost, then by its stage."""
    kind = StageKind(card.stage.kind)
    return card.removed_at is None, kind not in LOST, _ORDER.index(kind)


def _stamp(ledger: Ledger) -> None:
    """Tell watchers of the boards that these cards changed."""
    ids = sorted(ledger.ids_of(Participation))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE campaigns_participation AS card SET board_version = campaign.board_version"
            " FROM campaigns_campaign AS campaign WHERE campaign.id = card.campaign_id AND card.id = ANY(%s)",
            [ids],
        )
