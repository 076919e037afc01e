"""Channels that cannot be read, together by the reason why."""

from datetime import UTC, datetime, time
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Window
from django.db.models.functions import Coalesce, RowNumber, TruncDate

from relais.audience.models import RefreshItem
from relais.audience.rules import ItemState
from relais.creators.models import Channel
from relais.reports.reads.asking import About, Asked, Found, kept_by
from relais.reports.rules import BY_DESIGN_CODES, CHANNELS_NAMED, PATIENCE, TRANSIENT_CODES, Line, LineKind
from relais.sources.errors import SENTENCES

_NAMED = ("id", "platform", "handle", "url", "creator_id", "creator__name", "error_code")


def failing_channels(asked: Asked) -> Found:
    """Return one line for each reason, with all channels it concerns and the first of them by name."""
    rows = _failing(asked)
    groups = (
        rows.order_by()
        .values("error_code")
        .annotate(number=Count("pk"), since=Min(TruncDate("good_at", tzinfo=UTC)), ids=ArrayAgg("pk", order_by="pk"))
        .order_by("error_code")
    )
    place = Window(RowNumber(), partition_by="error_code", order_by=[F("creator__name"), F("pk")])
    first = rows.annotate(place=place).filter(place__lte=CHANNELS_NAMED).order_by("error_code", "place")
    named: dict[str, list[dict[str, Any]]] = {}
    for row in first.values(*_NAMED):
        named.setdefault(row["error_code"], []).append(
            {
                "id": row["id"],
                "platform": row["platform"],
                "handle": row["handle"],
                "url": row["url"],
                "creator": {"id": row["creator_id"], "name": row["creator__name"], "main_platform": row["platform"]},
            }
        )
    lines = [
        Line(
            kind=LineKind.REFRESH,
            subject=group["error_code"],
            since=group["since"],
            failure={
                "code": group["error_code"],
                "number": group["number"],
                "ids": group["ids"],
                "channels": named.get(group["error_code"], []),
            },
        )
        for group in groups
    ]
    return Found(lines, len(lines))


def _failing(asked: Asked) -> QuerySet[Any]:
    """Return channels whose failure needs somebody: not one that is tried again, nor one that passes by itself."""
    patience = datetime.combine(asked.today - PATIENCE, time.min, UTC)
    waiting = RefreshItem.objects.filter(channel=OuterRef("pk"), state=ItemState.PENDING)
    rows = (
        Channel.objects.filter(creator__deleted_at=None)
        .exclude(error_code="")
        .exclude(error_code__in=BY_DESIGN_CODES)
        .exclude(error_code__in=asked.put_off.get(LineKind.REFRESH, ()))
        .annotate(good_at=Coalesce("measured_at", "created_at"))
        .filter(~Q(error_code__in=TRANSIENT_CODES) | Q(good_at__lt=patience))
        .filter(~Exists(waiting))
    )
    return kept_by(rows, asked, "creator__owner_id")


def about_failure(subject: str) -> About | None:
    """Return an empty place for a reason that is known: it belongs to no one timeline."""
    return About() if subject in SENTENCES else None
