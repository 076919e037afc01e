"""Who fetches what: rows leased to one batch, no host to two batches at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from relais.kit import clock
from relais.sources import rules
from relais.sources.models import Source
from scrapers.model import Platform, ProfileRef, Validators

#: Two leasings never overlap, or both could take sources of one host. They are short.
_LEASING = 0x52454C41


@dataclass(frozen=True, slots=True)
class Leased:
    """One source to fetch, with what the last look left for the next."""

    id: int
    ref: ProfileRef
    validators: Mapping[str, Validators]


@dataclass(frozen=True, slots=True)
class Lease:
    """A batch. Only who holds its token may write its results, and only while it lasts."""

    token: UUID = field(default_factory=uuid4)
    sources: tuple[Leased, ...] = ()


@transaction.atomic
def lease_due(*, limit: int) -> Lease:
    """Take up to `limit` due sources, what a person asked for first; at most PER_HOST of one host."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LEASING])
    now, lease = clock.now(), Lease()
    chosen = list(Source.objects.leasable(now).turns(rules.PER_HOST).values_list("id", flat=True)[:limit])
    free = Source.objects.filter(id__in=chosen).leasable(now).select_for_update(skip_locked=True)
    rows = list(free.values("id", "platform", "key", "url", "handle", "feed_url", "validators"))
    Source.objects.filter(id__in=[row["id"] for row in rows]).update(lease=lease.token, leased_until=now + rules.LEASE)
    return Lease(lease.token, tuple(_leased(row) for row in rows))


def anything_due() -> bool:
    """Say whether a lease would find something."""
    return Source.objects.leasable(clock.now()).exists()


def renew(*, token: UUID) -> None:
    """Give a sign of life: what is still being fetched stays ours."""
    now = clock.now()
    Source.objects.filter(lease=token, leased_until__gt=now).update(leased_until=now + rules.LEASE)


def release(*, token: UUID) -> None:
    """Give back what was not finished; it is as due as it was."""
    Source.objects.filter(lease=token).update(lease=None, leased_until=None)


def _leased(row: Mapping[str, Any]) -> Leased:
    ref = ProfileRef(Platform(row["platform"]), row["key"], row["url"], row["handle"], row["feed_url"])
    return Leased(row["id"], ref, {url: Validators(*pair) for url, pair in row["validators"].items()})
