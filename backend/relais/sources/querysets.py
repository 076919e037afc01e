"""Named reads and set-wise writes of sources."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection, models
from django.db.models import Q

from scrapers.model import ProfileRef

if TYPE_CHECKING:
    from relais.sources.models import Source  # noqa: F401 - named in the base class


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

    def hurry(self, ids: Sequence[int], due: Sequence[datetime]) -> None:
        """Make these urgent, due at the moments given in the same order."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE sources_source s SET urgent = true, due_at = q.due_at"
                " FROM unnest(%s::bigint[], %s::timestamptz[]) AS q (id, due_at) WHERE s.id = q.id",
                [list(ids), list(due)],
            )
