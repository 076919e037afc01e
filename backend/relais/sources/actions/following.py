"""Which sources are fetched: as long as somebody follows them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from yarl import URL

from relais.kit import clock
from relais.kit.jobs import enqueue
from relais.kit.setwise import insert_new_rows
from relais.sources import rules
from relais.sources.models import Source
from scrapers.fetch.sites import site_of
from scrapers.model import ProfileRef
from scrapers.registry import adapter_for

CHUNK = 2_000
#: Platform and key: what a source is known by.
Name = tuple[str, str]


@transaction.atomic
def follow(*, refs: Iterable[ProfileRef], feed_urls: Mapping[ProfileRef, str] | None = None) -> dict[ProfileRef, int]:
    """Return the source id of each channel, made where it is new.

    All are due at once, and read in full: a new follower knows nothing yet, so "nothing has changed" would not
    tell it anything. A platform that Relais does not read is kept and never due.

    Args:
        refs: channels, in any number; repeated ones count once.
        feed_urls: feeds already known, tried first.
    """
    wanted = sorted(set(refs), key=lambda ref: (ref.platform, ref.key))  # one order for all: no deadlocks
    found: dict[ProfileRef, int] = {}
    for start in range(0, len(wanted), CHUNK):
        found |= _follow_chunk(wanted[start : start + CHUNK], feed_urls or {})
    if found:
        enqueue("sources.refresh_due")
    return found


def _follow_chunk(refs: list[ProfileRef], feed_urls: Mapping[ProfileRef, str]) -> dict[ProfileRef, int]:
    now = clock.now()
    readable = [ref for ref in refs if adapter_for(ref.platform) is not None]
    due: dict[Name, datetime] = {
        (ref.platform, ref.key): rules.queued_at(now, place) for place, ref in enumerate(readable)
    }
    rows = [
        {
            "platform": ref.platform,
            "key": ref.key,
            "url": ref.url,
            "handle": ref.handle,
            "host": site_of(URL(ref.url)),
            "feed_url": feed_urls.get(ref) or ref.feed_url,
            "due_at": due.get((ref.platform, ref.key)),
        }
        for ref in refs
    ]
    new = insert_new_rows(Source, rows, returning=("platform", "key", "id"))
    found = {(platform, key): source_id for platform, key, source_id in new}
    if known := [ref for ref in refs if (ref.platform, ref.key) not in found]:
        found |= _wake(known, due)
    return {ref: found[ref.platform, ref.key] for ref in refs}


def _wake(refs: Sequence[ProfileRef], due: Mapping[Name, datetime]) -> dict[Name, int]:
    """Have known sources read in full, those that Relais reads; return the ids of all."""
    rows = Source.objects.named(refs).order_by("id").select_for_update().values_list("id", "platform", "key")
    found = {(platform, key): source_id for source_id, platform, key in rows}
    readable = [name for name in found if name in due]
    Source.objects.wake([found[name] for name in readable], [due[name] for name in readable])
    return found


def unfollow(*, source_ids: Iterable[int]) -> None:
    """Stop fetching sources that nobody follows any more; the caller knows that nobody does."""
    Source.objects.filter(id__in=list(source_ids)).update(due_at=None, urgent=False)


@transaction.atomic
def hurry(*, source_ids: Iterable[int]) -> None:
    """Fetch these before what is merely due; many at once do not keep a later single one waiting."""
    now = clock.now()
    ids = sorted(set(source_ids))
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        list(Source.objects.filter(id__in=chunk).order_by("id").select_for_update().values_list("id"))
        Source.objects.hurry(chunk, [rules.queued_at(now, start + place) for place in range(len(chunk))])
    if ids:
        enqueue("sources.refresh_due")


def calm(*, source_ids: Iterable[int]) -> None:
    """Take back a `hurry`: what has not begun is no more urgent than the rest."""
    Source.objects.filter(id__in=list(source_ids), lease=None).update(urgent=False)
