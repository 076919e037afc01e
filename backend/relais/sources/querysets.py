"""Named reads and set-wise writes of sources."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from django.db import connection, models
from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from scrapers.model import ProfileRef

if TYPE_CHECKING:
    from relais.sources.models import Source  # noqa: F401 - named in the base class

_HURRY = """
UPDATE sources_source s SET urgent = true, due_at = q.due_at
FROM unnest(%s::bigint[], %s::timestamptz[]) AS q (id, due_at) WHERE s.id = q.id
"""

# A worker that is reading one of them for earlier followers loses its lease.
_WAKE = """
UPDATE sources_source s SET
    due_at = LEAST(s.due_at, q.due_at), validators = '{}', lease = NULL, leased_until = NULL
FROM unnest(%s::bigint[], %s::timestamptz[]) AS q (id, due_at) WHERE s.id = q.id
"""

# Nobody may have stopped following meanwhile: then it stays without a turn.
_CLOSE = """
UPDATE sources_source s SET
    lease = NULL, leased_until = NULL, urgent = false,
    state = q.state, failures = q.failures, error_code = q.error_code, error_detail = q.error_detail,
    due_at = CASE WHEN s.due_at IS NULL THEN NULL ELSE q.due_at END,
    fetched_at = q.fetched_at, succeeded_at = COALESCE(q.succeeded_at, s.succeeded_at),
    validators = q.validators, counts = q.counts, doubted = q.doubted,
    feed_url = COALESCE(NULLIF(q.feed_url, ''), s.feed_url)
FROM jsonb_to_recordset(%s::jsonb) AS q (
    id bigint, state text, failures int, error_code text, error_detail text, due_at timestamptz,
    fetched_at timestamptz, succeeded_at timestamptz, validators jsonb, counts jsonb, doubted jsonb, feed_url text)
WHERE s.id = q.id
"""


class SourceQuerySet(models.QuerySet["Source"]):
    """Sources belong to everybody: nothing here is scoped."""

    def named(self, refs: Iterable[ProfileRef]) -> "SourceQuerySet":
        """Return the sources of these channels."""
        keys: dict[str, list[str]] = {}
        for ref in refs:
            keys.setdefault(ref.platform, []).append(ref.key)
        chosen = Q(pk__in=[])
        for platform, of_platform in keys.items():
            chosen |= Q(platform=platform, key__in=of_platform)
        return self.filter(chosen)

    def leasable(self, now: datetime) -> "SourceQuerySet":
        """Return what is due and in nobody's hands, of hosts that nobody is visiting."""
        visited = self.model.objects.filter(leased_until__gt=now).values("host")
        free = Q(leased_until=None) | Q(leased_until__lte=now)
        return self.filter(free, due_at__lte=now).exclude(host__in=visited)

    def turns(self, per_host: int) -> "SourceQuerySet":
        """Order by whose turn it is: what was asked for, then what is due longest; so many of one host."""
        order = [F("urgent").desc(), F("due_at").asc(), F("id").asc()]
        place = Window(RowNumber(), partition_by="host", order_by=order)
        return self.annotate(place=place).filter(place__lte=per_host).order_by(*order)

    def hurry(self, ids: Sequence[int], due: Sequence[datetime]) -> None:
        """Make these urgent, due at the moments given in the same order."""
        with connection.cursor() as cursor:
            cursor.execute(_HURRY, [list(ids), list(due)])

    def wake(self, ids: Sequence[int], due: Sequence[datetime]) -> None:
        """Have these read in full, due at the moments given in the same order unless they are already."""
        with connection.cursor() as cursor:
            cursor.execute(_WAKE, [list(ids), list(due)])

    def close(self, changes: Sequence[dict[str, Any]]) -> None:
        """Write the ends of looks: new columns by name, for the source of each `id`."""
        if changes:
            with connection.cursor() as cursor:
                cursor.execute(_CLOSE, [orjson.dumps(changes).decode()])
