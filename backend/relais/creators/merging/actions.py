"""Merge two people, take it back, and remember that two are not one."""

from typing import Any

from django.db import transaction

from relais.activity.actions import build, record_all
from relais.creators.actions.headline import refresh_headlines
from relais.creators.errors import CannotMergeError, MergeUndoneError
from relais.creators.merging.children import handlers, move_children
from relais.creators.merging.ledger import Ledger
from relais.creators.models import ContactPoint, Creator, DistinctPair, Merge, PostalAddress
from relais.creators.rules import joined_status
from relais.kit import clock
from relais.kit.actors import Actor

#: Columns taken over where the kept person has nothing.
FILLED = (
    "preferred_name", "address_form", "language", "country", "city", "biography", "owner_id", "avatar_url",
)  # fmt: skip
NOTES_LENGTH = 50_000


@transaction.atomic
def merge_creators(*, kept: Creator, gone: Creator, by: Actor) -> Merge:
    """Make two rows one person: `kept` gets all that hangs on `gone`, fills its gaps, and takes the stricter status.

    Raises:
        CannotMergeError: they are the same row, or one of them is not there any more.
    """
    if kept.pk == gone.pk:
        raise CannotMergeError
    ledger = Ledger()
    for handler in handlers.values():  # they lock what comes before people in the order of locks
        handler.merge(kept.pk, gone.pk, ledger)
    ours, theirs = _locked(kept.pk, gone.pk)
    _make_room(ours, theirs, ledger)
    move_children(Creator, old=theirs.pk, new=ours.pk, ledger=ledger)
    ledger.change(ours, **_joined(ours, theirs))
    ledger.change(theirs, merged_into_id=ours.pk)
    made: Merge = Merge.objects.create(
        kept=ours, gone=theirs, moved={"steps": ledger.steps}, made_by_id=by.user_id, made_at=clock.now()
    )
    _tell("creator.merged", made, ours, theirs, by)
    refresh_headlines([ours.pk])
    return made


@transaction.atomic
def undo_merge(*, merge: Merge, by: Actor) -> Merge:
    """Tell two people apart again: each gets back what it had. What came since stays with the kept one.

    A second time changes nothing.

    Raises:
        MergeUndoneError: the kept person was merged into another meanwhile; undo that first.
    """
    locked: Merge = Merge.objects.select_for_update(no_key=True).get(pk=merge.pk)
    if locked.undone_at is not None:
        return locked
    ledger = Ledger(locked.moved["steps"])

    def take_back() -> None:
        list(_rows(locked.kept_id, locked.gone_id))
        if Creator.objects.filter(pk=locked.gone_id).exclude(merged_into_id=locked.kept_id).exists():
            raise MergeUndoneError
        ledger.take_back()

    undo = take_back
    for handler in handlers.values():
        undo = _around(handler.undo, ledger, undo)
    undo()
    locked.undone_at = clock.now()
    locked.save(update_fields=["undone_at"])
    ours, theirs = (Creator.objects.get(pk=pk) for pk in (locked.kept_id, locked.gone_id))
    _tell("creator.unmerged", locked, ours, theirs, by)
    refresh_headlines([ours.pk, theirs.pk])
    return locked


def _around(handler: Any, ledger: Ledger, inner: Any) -> Any:
    return lambda: handler(ledger, inner)


@transaction.atomic
def mark_distinct(*, first: Creator, second: Creator, by: Actor) -> DistinctPair:
    """Remember that these two are not the same person, in either order.

    Raises:
        CannotMergeError: they are the same row.
    """
    if first.pk == second.pk:
        raise CannotMergeError
    low, high = sorted((first, second), key=lambda one: one.pk)
    pair, is_new = DistinctPair.objects.get_or_create(
        first=low, second=high, defaults={"made_by_id": by.user_id, "made_at": clock.now()}
    )
    if is_new:
        _tell("creator.told_apart", pair, low, high, by)
    made: DistinctPair = pair
    return made


def _rows(*ids: int) -> Any:
    return Creator.objects.filter(id__in=ids).order_by("id").select_for_update(no_key=True)


def _locked(kept_id: int, gone_id: int) -> tuple[Creator, Creator]:
    found = {one.pk: one for one in _rows(kept_id, gone_id) if one.deleted_at is None and one.merged_into_id is None}
    if len(found) != 2:  # noqa: PLR2004 - two people
        raise CannotMergeError
    return found[kept_id], found[gone_id]


def _make_room(ours: Creator, theirs: Creator, ledger: Ledger) -> None:
    """Let what is first among the kept person's addresses and contact points stay first."""
    if PostalAddress.objects.filter(creator=ours, is_default=True).exists():
        for address in PostalAddress.objects.filter(creator=theirs, is_default=True):
            ledger.change(address, is_default=False)
    kinds = set(ContactPoint.objects.filter(creator=ours, is_primary=True).values_list("kind", flat=True))
    for point in ContactPoint.objects.filter(creator=theirs, is_primary=True, kind__in=kinds):
        ledger.change(point, is_primary=False)


def _joined(ours: Creator, theirs: Creator) -> dict[str, Any]:
    values = {
        name: getattr(theirs, name)
        for name in FILLED
        if getattr(ours, name) in {"", None} and getattr(theirs, name) not in {"", None}
    }
    if theirs.notes and theirs.notes not in ours.notes:
        joined = "\n\n".join(filter(None, (ours.notes, theirs.notes)))
        values["notes"] = joined[:NOTES_LENGTH]
    contacts = [one.last_contacted_at for one in (ours, theirs) if one.last_contacted_at is not None]
    if contacts:
        values["last_contacted_at"] = max(contacts)
    values["relationship_status"], values["status_by_hand"] = joined_status(
        (ours.relationship_status, ours.status_by_hand), (theirs.relationship_status, theirs.status_by_hand)
    )
    return values


def _tell(verb: str, subject: Any, ours: Creator, theirs: Creator, by: Actor) -> None:
    data = {"kept": {"id": ours.pk, "name": ours.name}, "gone": {"id": theirs.pk, "name": theirs.name}}
    if verb == "creator.told_apart":
        data = {"first": data["kept"], "second": data["gone"]}
    record_all([build(verb=verb, subject=subject, by=by, creator_id=one.pk, data=data) for one in (ours, theirs)])
