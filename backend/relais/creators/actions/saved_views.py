"""Filters, order and columns kept under a name."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from relais.activity.actions import record
from relais.creators.models import SavedView
from relais.kit.actors import Actor


@transaction.atomic
def save_view(*, view: SavedView | None, values: Mapping[str, Any], by: Actor) -> SavedView:
    """Keep a view, or change one; a new one belongs to whoever keeps it."""
    target = view or SavedView(owner_id=by.person_id)
    shown_before = {"name": target.name, "is_shared": False} if target.is_shared else None
    for name, value in values.items():
        setattr(target, name, value)
    target.save()
    verb = "saved_view.created" if view is None else "saved_view.changed"
    _tell(verb, target, by, {"name": target.name, "is_shared": True} if target.is_shared else shown_before)
    return target


@transaction.atomic
def delete_view(*, view: SavedView, by: Actor) -> None:
    """Forget a view."""
    _tell("saved_view.deleted", view, by, {"name": view.name} if view.is_shared else None)
    view.delete()


def _tell(verb: str, view: SavedView, by: Actor, shown: Mapping[str, Any] | None) -> None:
    """Write into history, which everybody reads, what everybody saw: nothing of a private view."""
    if shown is not None:
        record(verb=verb, subject=view, by=by, data=shown)
