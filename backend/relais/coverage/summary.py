"""What came of it: the sums of a campaign, a brand or a period."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Min, Q, QuerySet

from relais.coverage import querysets
from relais.coverage.models import Coverage, CoverageMetric
from relais.coverage.rules import COUNTERS, ENGAGEMENTS, Spread, delay, posting_rate, spread


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the workspace is asked about; None means all of it.

    `platforms` and `kinds` narrow what was published, never what was sent.
    """

    campaign: int | None = None
    brand: int | None = None
    creator: int | None = None
    platforms: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures. A sum is None when every number in it is unknown; `unknown` counts the pieces without one."""

    received_creators: int
    published_creators: int
    posting_rate: float | None
    days_to_publish: Spread | None
    sendings: int
    answered_sendings: int
    pieces: int
    totals: dict[str, int | None]
    unknown: dict[str, int]


def summarise(scope: Scope) -> Summary:
    """Measure one scope.

    A creator *received* when a sending left within the scope and was not cancelled: the day of delivery is often
    never known. Of these, a creator *published* when a piece of the scope came out on or after the first sending (a
    piece without a day counts). A sending is *answered* when such a piece is linked to it. Pieces count by their own
    day of publication.
    """
    pieces = _pieces(scope)
    sent = _sendings(scope)
    received = dict(sent.values_list("creator_id").annotate(first=Min("sent_on")).order_by())
    answers = _pieces(replace(scope, since=None), undated=True)
    published = {
        creator_id
        for creator_id, day in answers.filter(creator__in=received).values_list("creator_id", "published_on")
        if day is None or day >= received[creator_id]
    }
    days = pieces.filter(sending__isnull=False).values_list("published_on", "sending__delivered_on", "sending__sent_on")
    delays = (delay(published_on=out, delivered_on=got, sent_on=sent) for out, got, sent in days)
    count = pieces.count()
    totals, unknown = _sums(pieces, count)
    return Summary(
        received_creators=len(received),
        published_creators=len(published),
        posting_rate=posting_rate(published=len(published), received=len(received)),
        days_to_publish=spread(found.days for found in delays if found),
        sendings=sent.count(),
        answered_sendings=sent.filter(pk__in=answers.filter(sending__isnull=False).values("sending")).count(),
        pieces=count,
        totals=totals,
        unknown=unknown,
    )


def _pieces(scope: Scope, *, undated: bool = False) -> QuerySet[Coverage]:
    rows = querysets.kept(Coverage.objects.all())
    if scope.campaign is not None:
        rows = rows.filter(campaign=scope.campaign)
    if scope.brand is not None:
        rows = querysets.of_brand(rows, scope.brand)
    if scope.creator is not None:
        rows = rows.filter(creator=scope.creator)
    if scope.platforms:
        rows = rows.filter(platform__in=scope.platforms)
    if scope.kinds:
        rows = rows.filter(kind__in=scope.kinds)
    return rows.filter(_within("published_on", scope, undated=undated))


def _sendings(scope: Scope) -> QuerySet[Any]:
    rows = querysets.sendings_of_brand(scope.brand) if scope.brand is not None else querysets.all_sendings()
    if scope.campaign is not None:
        rows = rows.filter(campaign=scope.campaign)
    if scope.creator is not None:
        rows = rows.filter(creator=scope.creator)
    return rows.filter(_within("sent_on", scope), sent_on__isnull=False, cancelled_at=None)


def _within(column: str, scope: Scope, *, undated: bool = False) -> Q:
    found = Q()
    if scope.since is not None:
        found &= Q(**{f"{column}__gte": scope.since})
    if scope.until is not None:
        found &= Q(**{f"{column}__lte": scope.until})
    return found | Q(**{column: None}) if found and undated else found


def _sums(pieces: QuerySet[Coverage], count: int) -> tuple[dict[str, int | None], dict[str, int]]:
    newest = CoverageMetric.objects.filter(coverage__in=pieces.values("pk"))
    newest = newest.order_by("coverage_id", "-taken_on").distinct("coverage_id")
    rows = list(newest.values_list(*COUNTERS))
    columns = dict(zip(COUNTERS, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(COUNTERS, ())
    totals = {name: _known_sum(column) for name, column in columns.items()}
    unknown = {name: count - sum(value is not None for value in column) for name, column in columns.items()}
    totals["engagements"] = _known_sum(totals[name] for name in ENGAGEMENTS)
    return totals, unknown


def _known_sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
