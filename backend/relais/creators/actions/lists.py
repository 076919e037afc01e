"""Lists kept by hand."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from relais.activity.actions import record
from relais.creators.actions.headline import refresh_headlines
from relais.creators.errors import NameTakenError
from relais.creators.models import CreatorList, ListEntry
from relais.kit.actors import Actor
from relais.kit.text import fold


@transaction.atomic
def save_list(*, target: CreatorList | None, name: str, by: Actor) -> CreatorList:
    """Make a list, or rename one.

    Raises:
        NameTakenError: another list has the name, accents and case aside.
    """
    saved = target or CreatorList()
    before = saved.name
    saved.name, saved.folded = name, fold(name)[:120]
    try:
        with transaction.atomic():
            saved.save()
    except IntegrityError as error:
        raise NameTakenError from error
    data = {"name": name} if target is None else {"before": {"name": before}, "after": {"name": name}}
    record(verb="list.created" if target is None else "list.changed", subject=saved, by=by, data=data)
    return saved


@transaction.atomic
def delete_list(*, target: CreatorList, by: Actor) -> None:
    """Forget a list; the people on it stay."""
    ids = list(ListEntry.objects.filter(list=target).values_list("creator_id", flat=True))
    record(verb="list.deleted", subject=target, by=by, data={"name": target.name, "creators": len(ids)})
    target.delete()
    refresh_headlines(ids, words=False)


@transaction.atomic
def add_to_list(*, target: CreatorList, creator_ids: Iterable[int], by: Actor) -> list[int]:
    """Put people on a list; return the ids of those who were not on it."""
    present = set(ListEntry.objects.filter(list=target).values_list("creator_id", flat=True))
    new = sorted(set(creator_ids) - present)
    ListEntry.objects.bulk_create(
        [ListEntry(list=target, creator_id=pk) for pk in new], ignore_conflicts=True, batch_size=2_000
    )
    _tell(target, "list.people_added", new, by)
    return new


@transaction.atomic
def remove_from_list(*, target: CreatorList, creator_ids: Iterable[int], by: Actor) -> list[int]:
    """Take people off a list; return the ids of those who were on it."""
    entries = ListEntry.objects.filter(list=target, creator_id__in=list(creator_ids))
    gone = sorted(entries.values_list("creator_id", flat=True))
    entries.delete()
    _tell(target, "list.people_removed", gone, by)
    return gone


def _tell(target: CreatorList, verb: str, ids: list[int], by: Actor) -> None:
    if ids:
        record(verb=verb, subject=target, by=by, data={"name": target.name, "creators": len(ids)})
        refresh_headlines(ids, words=False)
