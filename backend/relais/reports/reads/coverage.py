"""Publications that are expected: after a parcel, or in a stage that waits for one."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from relais.campaigns.rules import StageKind
from relais.coverage.models import Coverage
from relais.coverage.querysets import kept
from relais.reports.reads.asking import About, Asked, Found, counted
from relais.reports.reads.cards import CARD, about_card, card_of, running_cards
from relais.reports.reads.parcels import SENDING, about_sending, products_of, sending_of, sent
from relais.reports.rules import COVERAGE_AFTER, COVERAGE_GIVEN_UP_AFTER, Line, LineKind, horizon
from relais.sendings.models import Sending

#: A line is about a card or, where a parcel belongs to no campaign, about the sending.
_CARD, _SENDING = "card:", "sending:"


def expected_coverage(asked: Asked) -> Found:
    """Return what should be published by now or soon, and is not recorded."""
    cards, sendings = _waiting_cards(asked), _unanswered_sendings(asked)
    lines = [
        Line(
            kind=LineKind.COVERAGE,
            subject=f"{_CARD}{row['id']}",
            title=", ".join(row["products"]),
            day=row["begun_on"] + COVERAGE_AFTER,
            since=row["begun_on"],
            **card_of(row),
        )
        for row in cards.order_by("begun_on", "id").values("begun_on", "products", *CARD)[: asked.limit + 1]
    ]
    for row in sendings.order_by("delivered_on", "id").values(*SENDING)[: asked.limit + 1]:
        said = sending_of(row) | {"since": row["delivered_on"]}
        day = row["delivered_on"] + COVERAGE_AFTER
        lines.append(Line(kind=LineKind.COVERAGE, subject=f"{_SENDING}{row['id']}", day=day, **said))
    lines.sort(key=lambda line: (line.day is None, line.day, line.subject))
    newest = horizon(asked.today) - COVERAGE_AFTER
    within = [cards.filter(begun_on__lte=newest), sendings.filter(delivered_on__lte=newest)]
    return counted(lines[: asked.limit + 1], within, asked)


def _waiting_cards(asked: Asked) -> QuerySet[Any]:
    """Return cards that wait for a publication, with the day the wait began: the parcel's, else the stage's."""
    parcels = Sending.objects.filter(participation=OuterRef("pk"), cancelled_at=None, delivered_on__isnull=False)
    newest = parcels.order_by("-delivered_on", "-id")
    pieces = kept(Coverage.objects.filter(creator=OuterRef("creator_id"))).filter(
        Q(participation=OuterRef("pk")) | Q(campaign=OuterRef("campaign_id")) | Q(sending__participation=OuterRef("pk"))
    )
    rows: QuerySet[Any] = (
        running_cards(asked)
        .filter(stage__kind__in=[StageKind.SENDING, StageKind.PUBLISHING])
        .annotate(arrived_on=Subquery(newest.values("delivered_on")[:1]), parcel=Subquery(newest.values("pk")[:1]))
        .filter(Q(stage__kind=StageKind.PUBLISHING) | Q(arrived_on__isnull=False))
        .filter(~Exists(pieces))
        .exclude(pk__in=asked.ids_put_off(LineKind.COVERAGE, _CARD))
        .annotate(begun_on=Coalesce("arrived_on", "entered_on"), products=products_of("parcel"))
    )
    return rows


def _unanswered_sendings(asked: Asked) -> QuerySet[Any]:
    """Return what arrived outside any campaign and was not answered, while an answer can still be hoped for."""
    loose = Q(sending=None, participation=None, campaign=None, published_on__gte=OuterRef("delivered_on"))
    pieces = kept(Coverage.objects.filter(creator=OuterRef("creator_id"))).filter(Q(sending=OuterRef("pk")) | loose)
    return (
        sent(asked)
        .filter(participation=None, campaign=None, delivered_on__gte=asked.today - COVERAGE_GIVEN_UP_AFTER)
        .filter(~Exists(pieces))
        .exclude(pk__in=asked.ids_put_off(LineKind.COVERAGE, _SENDING))
    )


def about_coverage(subject: str) -> About | None:
    """Return whose timeline a missing publication belongs to; None when its card or sending is gone."""
    if subject.startswith(_CARD):
        return about_card(subject.removeprefix(_CARD))
    return about_sending(subject.removeprefix(_SENDING)) if subject.startswith(_SENDING) else None
