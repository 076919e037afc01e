"""Cards of running campaigns: next actions that are due, and cards that nobody thinks of."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from relais.campaigns.models import Participation
from relais.campaigns.querysets import on_board
from relais.campaigns.rules import CampaignState, StageKind
from relais.reports.reads.asking import PEOPLE, About, Asked, Found, Row, counted, kept_by, people_of
from relais.reports.rules import STALE_AFTER, Line, LineKind, horizon
from relais.sendings.models import Sending

CARD = ("id", "version", "stage_id", "stage__kind", "stage__label_en", "stage__label_fr", *PEOPLE)


def running_cards(asked: Asked) -> QuerySet[Any]:
    """Return whose cards of running campaigns are asked for, with the days they were moved and touched last."""
    rows = on_board().filter(campaign__archived_at=None).exclude(campaign__state=CampaignState.CLOSED)
    zone = ZoneInfo(asked.time_zone)
    rows = rows.annotate(
        entered_on=TruncDate("stage_since", tzinfo=zone), touched_on=TruncDate("updated_at", tzinfo=zone)
    )
    return kept_by(rows, asked, "owner_id", "campaign__owner_id")


def card_of(row: Row) -> dict[str, Any]:
    """Return what a line about a card says."""
    labels = {"label_en": row["stage__label_en"], "label_fr": row["stage__label_fr"]}
    return {
        "participation": row["id"],
        "version": row["version"],
        "stage": {"id": row["stage_id"], "kind": row["stage__kind"], **labels},
        **people_of(row),
    }


def next_actions(asked: Asked) -> Found:
    """Return the next actions that have a day."""
    rows = running_cards(asked).filter(next_action_on__isnull=False)
    read = rows.order_by("next_action_on", "id").values("next_action", "next_action_on", *CARD)
    lines = [
        Line(
            kind=LineKind.NEXT_ACTION,
            subject=str(row["id"]),
            title=row["next_action"],
            day=row["next_action_on"],
            **card_of(row),
        )
        for row in read[: asked.limit + 1]
    ]
    return counted(lines, [rows.filter(next_action_on__lte=horizon(asked.today))], asked)


def stale_cards(asked: Asked) -> Found:
    """Return cards without a next action that have stood too long in a stage where somebody waits."""
    forgotten = Q(pk__in=[])
    for kind, after in STALE_AFTER.items():
        day = asked.today - after
        forgotten |= Q(stage__kind=kind, entered_on__lte=day, touched_on__lte=day)
    # A parcel that left speaks for its card: it is late, or a publication is expected.
    left = Sending.objects.filter(participation=OuterRef("pk"), sent_on__isnull=False, cancelled_at=None)
    rows = (
        running_cards(asked)
        .filter(forgotten, next_action_on=None)
        .exclude(Q(stage__kind=StageKind.SENDING) & Exists(left))
        .exclude(pk__in=asked.ids_put_off(LineKind.STALE))
    )
    read = rows.order_by("entered_on", "id").values("next_action", "entered_on", *CARD)
    lines = [
        Line(
            kind=LineKind.STALE,
            subject=str(row["id"]),
            title=row["next_action"],
            since=row["entered_on"],
            **card_of(row),
        )
        for row in read[: asked.limit + 1]
    ]
    return counted(lines, [rows], asked)


def about_card(subject: str) -> About | None:
    """Return whose timeline a card belongs to; None when there is no such card."""
    row = on_board().filter(pk=int(subject)).first() if subject.isdecimal() else None
    return About(row.creator_id, row.campaign_id) if isinstance(row, Participation) else None
