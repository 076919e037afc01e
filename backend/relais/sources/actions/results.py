"""What a look told, written once: the source, and what the registered apps make of it, together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from relais.kit import clock
from relais.kit.database import retried
from relais.kit.text import clean
from relais.sources import rules
from relais.sources.belief import believe
from relais.sources.models import Source
from relais.sources.registry import Result, handlers
from scrapers.model import Outcome


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of one look."""

    source_id: int
    outcome: Outcome
    at: datetime


@retried
def keep(*, token: UUID, finished: Sequence[Finished]) -> int:
    """Write results and end their leases; return how many were ours to write.

    A lease that has run out, or was taken back, makes its result nobody's: another worker looks again.
    """
    ours = Source.objects.filter(
        id__in=[one.source_id for one in finished], lease=token, leased_until__gt=clock.now()
    ).order_by("id")
    rows = {
        row["id"]: row for row in ours.select_for_update().values("id", "failures", "counts", "doubted", "validators")
    }
    results, changes = [], []
    for one in finished:
        if one.source_id in rows:
            result, change = _judge(one, rows[one.source_id])
            results.append(result)
            changes.append(change)
    Source.objects.close(changes)
    if results:
        for handler in handlers():
            handler(results)
    return len(results)


def _judge(one: Finished, row: Mapping[str, Any]) -> tuple[Result, dict[str, Any]]:
    """Return what to hand on, and the source's new columns."""
    outcome = one.outcome
    failures = row["failures"] + 1 if outcome.error_code else 0
    state = rules.state_after(outcome.error_code)
    change = {
        "id": one.source_id,
        "state": state,
        "due_at": rules.next_due(
            one.source_id,
            one.at,
            error_code=outcome.error_code,
            transient=outcome.transient,
            failures=failures,
            retry_after=outcome.retry_after,
        ),
        "failures": failures,
        "error_code": outcome.error_code or outcome.partial_code,
        "error_detail": clean(outcome.error_detail or outcome.partial_detail)[:500],
        "fetched_at": one.at,
        "succeeded_at": None if outcome.error_code else one.at,
        "validators": row["validators"],
        "counts": row["counts"],
        "doubted": row["doubted"],
        "feed_url": "",
    }
    if not outcome.error_code:
        change["validators"] = {
            url: [kept.etag, kept.last_modified]
            for url, kept in outcome.validators.items()
            if (kept.etag + kept.last_modified).isprintable()
        }
    if outcome.stats is not None:
        belief = believe(outcome.stats, row["counts"], row["doubted"])
        outcome = replace(outcome, stats=belief.stats)
        change |= {"counts": belief.counts, "doubted": belief.doubted, "feed_url": belief.stats.feed_url[:2000]}
    return Result(one.source_id, outcome, one.at, state), change
