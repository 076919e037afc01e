"""What is out: parcels that should have arrived, loans that come back."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from relais.reports.reads.asking import PEOPLE, About, Asked, Found, Row, counted, kept_by, people_of
from relais.reports.rules import PARCEL_AFTER, Line, LineKind, horizon
from relais.sendings.models import Sending, SendingItem
from relais.sendings.rules import SendingKind, tracking_link

SENDING = (
    "id", "kind", "version", "carrier", "tracking_number", "sent_on", "delivered_on", "due_back_on", "products",
    "participation_id", "participation__removed_at", *PEOPLE,
)  # fmt: skip


def sent(asked: Asked) -> QuerySet[Any]:
    """Return what has left and is not back, with the names of the products, narrowed to whose are asked for."""
    rows = Sending.objects.filter(
        sent_on__isnull=False, returned_on=None, cancelled_at=None, creator__deleted_at=None
    ).annotate(products=products_of("pk"))
    return kept_by(rows, asked, "owner_id", "participation__owner_id", "campaign__owner_id")


def products_of(sending: str) -> ArraySubquery:
    """Return the names of what is in the sending of that column."""
    return ArraySubquery(SendingItem.objects.filter(sending=OuterRef(sending)).order_by("id").values("product__name"))


def sending_of(row: Row) -> dict[str, Any]:
    """Return what a line about a sending says."""
    shown = ("id", "kind", "version", "carrier", "tracking_number", "sent_on", "delivered_on", "due_back_on")
    return {
        "title": ", ".join(row["products"]),
        "since": row["sent_on"],
        "participation": row["participation_id"] if row["participation__removed_at"] is None else None,
        "sending": {name: row[name] for name in shown}
        | {"tracking_url": tracking_link(row["carrier"], row["tracking_number"])},
        **people_of(row),
    }


def late_parcels(asked: Asked) -> Found:
    """Return parcels that should have arrived: one on time needs nothing from anybody."""
    rows = (
        sent(asked)
        .filter(delivered_on=None, sent_on__lt=asked.today - PARCEL_AFTER)
        .exclude(pk__in=asked.ids_put_off(LineKind.PARCEL))
    )
    read = rows.order_by("sent_on", "id").values(*SENDING)[: asked.limit + 1]
    lines = [
        Line(kind=LineKind.PARCEL, subject=str(row["id"]), day=row["sent_on"] + PARCEL_AFTER, **sending_of(row))
        for row in read
    ]
    return counted(lines, [rows], asked)


def loans(asked: Asked) -> Found:
    """Return loans by the day they are due back."""
    rows = (
        sent(asked)
        .filter(kind=SendingKind.LOAN, due_back_on__isnull=False)
        .exclude(pk__in=asked.ids_put_off(LineKind.LOAN))
    )
    read = rows.order_by("due_back_on", "id").values(*SENDING)[: asked.limit + 1]
    lines = [
        Line(kind=LineKind.LOAN, subject=str(row["id"]), day=row["due_back_on"], **sending_of(row)) for row in read
    ]
    return counted(lines, [rows.filter(due_back_on__lte=horizon(asked.today))], asked)


def about_sending(subject: str) -> About | None:
    """Return whose timeline a sending belongs to; None when there is no such sending."""
    row = Sending.objects.filter(pk=int(subject)).first() if subject.isdecimal() else None
    return About(row.creator_id, row.campaign_id) if row is not None else None
