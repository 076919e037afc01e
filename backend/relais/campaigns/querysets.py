"""Named reads of campaigns, cards, tasks and promises."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import CharField, Count, F, Field, Q, QuerySet, Sum, Value
from django.db.models.expressions import Func
from django.db.models.functions import Cast, Coalesce

from relais.campaigns.models import Campaign, Participation, Promise, Stage, Task
from relais.campaigns.rules import AGREED, StageKind
from relais.kit.statements import Given, Statement
from relais.kit.tenancy import CurrentWorkspace
from relais.workspaces.models import User


def _as_sent(column: str, template: str) -> Func:
    # Ready in the database, and a plain Field: Django would convert every value once more in Python.
    return Func(F(column), template=template, output_field=Field())


MINUTE = """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:00"Z"')"""
RATE = "round(%(expressions)s::numeric, 4)::float8"

#: The board's cards, column by column: name in the answer → what is read. The only list of them; the serializer takes
#: its fields from the names. Money leaves the database as text and times to the minute: nobody reads seconds there, and
#: they would be a tenth of the answer.
CARD: dict[str, Any] = {
    "id": F("id"),
    "stage": F("stage_id"),
    "rank": F("rank"),
    "creator": F("creator_id"),
    "creator_name": F("creator__name"),
    "main_platform": F("creator__main_platform"),
    "main_handle": F("creator__main_handle"),
    "followers": F("creator__followers"),
    "engagement_rate": _as_sent("creator__engagement_rate", RATE),
    "last_contacted_at": _as_sent("creator__last_contacted_at", MINUTE),
    "owner": F("owner_id"),
    "owner_name": F("owner__name"),
    "next_action": F("next_action"),
    "next_action_on": F("next_action_on"),
    "fee_amount": Cast("fee_amount", CharField()),
    "stage_since": _as_sent("stage_since", MINUTE),
    "lost_reason": F("lost_reason"),
    "version": F("version"),
}


def on_board() -> QuerySet[Participation]:
    """Return the cards that show: neither taken out nor of a deleted creator."""
    return Participation.objects.filter(removed_at=None, creator__deleted_at=None)


def _cards_of(*changed: Q) -> QuerySet[Participation, Any]:
    rows = on_board().filter(*changed, campaign_id=Given("campaign")).order_by("stage__position", "rank")
    return rows.values_list(*CARD.values())


_CARDS = Statement(_cards_of)
_CHANGED_CARDS = Statement(lambda: _cards_of(Q(board_version__gt=Given("since"))))


def board_cards(campaign_id: int, *, since: int = 0) -> dict[str, tuple[Any, ...]]:
    """Return the cards of a board as columns, in the order of stages and ranks: one statement.

    Args:
        campaign_id: whose board.
        since: only cards changed after that `board_version`.
    """
    rows = _CHANGED_CARDS.rows(campaign=campaign_id, since=since) if since else _CARDS.rows(campaign=campaign_id)
    columns = list(zip(*rows, strict=True))
    return dict(zip(CARD, columns or [()] * len(CARD), strict=True))


def cards_now(ids: Iterable[int]) -> dict[str, tuple[Any, ...]]:
    """Return those of the cards that show, as columns like a board's."""
    columns = list(zip(*on_board().filter(pk__in=ids).order_by("id").values_list(*CARD.values()), strict=True))
    return dict(zip(CARD, columns or [()] * len(CARD), strict=True))


def gone_cards(campaign_id: int, *, since: int) -> list[int]:
    """Return the ids of cards taken out after that `board_version`."""
    rows = Participation.objects.filter(campaign_id=campaign_id, board_version__gt=since).exclude(removed_at=None)
    return list(rows.values_list("id", flat=True))


def stages_in_use() -> QuerySet[Stage]:
    """Return the columns of the board, in their order."""
    return Stage.objects.filter(position__isnull=False).order_by("position")


_STAGE = ("id", "kind", "label_en", "label_fr", "colour", "count", "fee_total")


def _stages_with_figures() -> QuerySet[Stage, Any]:
    here = Q(
        participations__campaign_id=Given("campaign"),
        participations__removed_at=None,
        participations__creator__deleted_at=None,
    )
    total = Coalesce(Sum("participations__fee_amount", filter=here), Value(Decimal("0.00")))
    figures = stages_in_use().annotate(count=Count("participations", filter=here), fee_total=Cast(total, CharField()))
    return figures.values_list(*_STAGE)


_STAGES = Statement(_stages_with_figures)


def board_stages(campaign_id: int) -> list[dict[str, Any]]:
    """Return the columns with the number of cards and the sum of fees of one campaign."""
    return [dict(zip(_STAGE, row, strict=True)) for row in _STAGES.rows(campaign=campaign_id)]


@dataclass(slots=True)
class Tally:
    """What lists say about a campaign: cards by kind of stage, and fees agreed."""

    by_kind: dict[str, int] = field(default_factory=lambda: dict.fromkeys(StageKind, 0))
    agreed: Decimal = Decimal("0.00")

    @property
    def cards(self) -> int:
        """All cards."""
        return sum(self.by_kind.values())


def tallies(campaign_ids: Iterable[int]) -> dict[int, Tally]:
    """Return the tally of each campaign: one statement for all."""
    found = {campaign_id: Tally() for campaign_id in campaign_ids}
    rows = (
        on_board()
        .filter(campaign_id__in=found)
        .order_by()
        .values_list("campaign_id", "stage__kind")
        .annotate(Count("id"), Sum("fee_amount"))
    )
    for campaign_id, kind, count, fees in rows:
        found[campaign_id].by_kind[kind] += count
        if kind in AGREED and fees is not None:
            found[campaign_id].agreed += fees
    return found


def card_now(card_id: int) -> dict[str, Any] | None:
    """Return one card as the board shows it; None when it is not there."""
    row = on_board().filter(pk=card_id).values_list(*CARD.values()).first()
    return dict(zip(CARD, row, strict=True)) if row else None


def with_names_of_campaign(rows: QuerySet[Campaign]) -> QuerySet[Campaign]:
    """Read the names a campaign is shown with."""
    return rows.select_related("brand", "owner")


def with_names_of_card(rows: QuerySet[Participation]) -> QuerySet[Participation]:
    """Narrow to the cards that show, with exactly the columns a row of the table shows."""
    return (
        rows.filter(removed_at=None, creator__deleted_at=None)
        .select_related("creator", "campaign", "stage", "owner")
        .only(
            *(column.name for column in Participation._meta.concrete_fields),
            "campaign__name",
            "stage__kind",
            "owner__name",
            *(f"creator__{name}" for name in ("name", "main_platform", "main_handle", "followers", "engagement_rate")),
            "creator__last_contacted_at",
        )
    )


def with_names_of_task(rows: QuerySet[Task]) -> QuerySet[Task]:
    """Read the names a task is shown with."""
    return rows.select_related("owner", "creator", "campaign").only(
        *(column.name for column in Task._meta.concrete_fields), "owner__name", "creator__name", "campaign__name"
    )


def with_names_of_promise(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    """Read the names a promise is shown with."""
    return rows.select_related("owner", "creator", "campaign").only(
        *(column.name for column in Promise._meta.concrete_fields), "owner__name", "creator__name", "campaign__name"
    )


def members() -> QuerySet[User]:
    """Return the people of the workspace in scope: who may own a card, a campaign or a task."""
    return User.objects.filter(is_active=True, memberships__workspace_id=CurrentWorkspace())
