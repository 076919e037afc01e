"""Takes an import back: whoever it made goes, whoever it filled in is as before; what people did since stays."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from relais.activity.actions import build, record, record_all
from relais.activity.models import Activity
from relais.creators.actions.headline import refresh_headlines
from relais.creators.errors import ImportStateError
from relais.creators.models import (
    Channel,
    ContactPoint,
    Creator,
    CreatorTag,
    Import,
    ImportRow,
    ListEntry,
    PostalAddress,
)
from relais.creators.rules import ImportState, RowOutcome
from relais.kit import clock
from relais.kit.actors import Actor
from relais.sources.actions import unfollow

CHUNK = 2_000
#: Kind of row in `ImportRow.before` → model.
_ADDED: dict[str, Any] = {"contacts": ContactPoint, "addresses": PostalAddress, "tags": CreatorTag, "lists": ListEntry}


@transaction.atomic
def undo_import(*, run: Import, by: Actor) -> Import:
    """Take an ended import back. A second time changes nothing.

    People it made are put aside, their channels freed so that the list can be imported anew; whoever a person
    has worked on since is kept. A value it filled in is emptied unless somebody has changed it since.

    Raises:
        ImportStateError: it never ran, or is running: cancel it first.
    """
    locked: Import = Import.objects.select_for_update(no_key=True).get(pk=run.pk)
    if locked.state == ImportState.UNDONE:
        return locked
    if locked.state not in {ImportState.DONE, ImportState.FAILED, ImportState.CANCELLED} or not locked.done:
        raise ImportStateError
    made = _ids(locked, RowOutcome.CREATED)
    worked_on = _worked_on(locked, made)
    gone = _put_aside([pk for pk in made if pk not in worked_on], locked, by)
    filled = [pk for pk in _ids(locked, RowOutcome.UPDATED) if pk not in set(made)]
    for start in range(0, len(filled), CHUNK):
        _empty_again(filled[start : start + CHUNK], locked, by)
    ImportRow.objects.filter(run=locked, outcome=RowOutcome.CREATED, creator_id__in=worked_on).update(kept=True)
    refresh_headlines([*gone, *filled])
    locked.state, locked.kept = ImportState.UNDONE, ImportRow.objects.filter(run=locked, kept=True).count()
    locked.save(update_fields=["state", "kept"])
    data = {"file_name": locked.file_name, "removed": len(gone), "restored": len(filled), "kept": locked.kept}
    record(verb="import.undone", subject=locked, by=by, data=data)
    return locked


def _ids(run: Import, outcome: RowOutcome) -> list[int]:
    rows = ImportRow.objects.filter(run=run, outcome=outcome, creator__isnull=False)
    return sorted(set(rows.values_list("creator_id", flat=True)))


def _worked_on(run: Import, made: Sequence[int]) -> set[int]:
    """Return those of them about whom a person did anything beside this import."""
    by_somebody = Q(user__isnull=False) | Q(api_key__isnull=False)
    own = Q(data__has_key="import") & Q(data__import=run.pk)
    lines = Activity.objects.filter(by_somebody, creator_id__in=made, at__gte=run.started_at).exclude(own)
    return set(lines.values_list("creator_id", flat=True))


def _put_aside(ids: Sequence[int], run: Import, by: Actor) -> list[int]:
    people = Creator.objects.live().filter(id__in=ids).order_by("id").select_for_update(no_key=True)
    gone = dict(people.values_list("id", "name"))
    channels = Channel.objects.filter(creator_id__in=gone)
    _forget(channels)
    Creator.objects.filter(id__in=gone).update(deleted_at=clock.now(), version=F("version") + 1)
    lines = [
        build(
            verb="creator.deleted",
            subject=Creator(id=pk),
            by=by,
            creator_id=pk,
            data={"name": name, "import": run.pk, "undone": True},
        )
        for pk, name in gone.items()
    ]
    record_all(lines)
    return list(gone)


def _forget(channels: Any) -> None:
    """Remove channels, and stop fetching those that nobody else follows."""
    sources = {pk for pk in channels.values_list("source_id", flat=True) if pk is not None}
    channels.delete()
    followed = set(Channel.all_workspaces.filter(source_id__in=sources).values_list("source_id", flat=True))
    unfollow(source_ids=sources - followed)


def _empty_again(ids: Sequence[int], run: Import, by: Actor) -> None:
    people = {one.pk: one for one in Creator.objects.filter(id__in=ids).order_by("id").select_for_update(no_key=True)}
    rows = ImportRow.objects.filter(run=run, outcome=RowOutcome.UPDATED, creator_id__in=ids).order_by("-number")
    added: dict[str, list[int]] = {}
    kept: list[int] = []
    names: set[str] = set()
    for row in rows.iterator(chunk_size=CHUNK):
        before = row.before or {}
        person = people[row.creator_id or 0]
        for name, (old, new) in before.get("columns", {}).items():
            if getattr(person, name) == new:
                setattr(person, name, old)
                person.status_by_hand = person.status_by_hand and name != "relationship_status"
                names.add(name)
            else:
                kept.append(row.pk)
        for kind, pks in before.items():
            if kind != "columns":
                added.setdefault(kind, []).extend(pks)
    _forget(Channel.objects.filter(id__in=added.pop("channels", [])))
    for kind, pks in added.items():
        _ADDED[kind]._default_manager.filter(id__in=pks).delete()
    Creator.objects.bulk_update(people.values(), [*sorted(names), "status_by_hand"])
    Creator.objects.filter(id__in=ids).update(version=F("version") + 1, updated_at=clock.now())
    ImportRow.objects.filter(id__in=kept).update(kept=True)
    _tell(people.values(), run, by)


def _tell(people: Iterable[Creator], run: Import, by: Actor) -> None:
    data = {"import": run.pk, "file_name": run.file_name}
    record_all(
        [build(verb="creator.import_undone", subject=one, by=by, creator_id=one.pk, data=data) for one in people]
    )
