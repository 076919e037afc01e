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
    for name, value in values.items():
        setattr(target, name, value)
    target.save()
    data = {"name": target.name, "is_shared": target.is_shared}
    record(verb="saved_view.created" if view is None else "saved_view.changed", subject=target, by=by, data=data)
    return target


@transaction.atomic
def delete_view(*, view: SavedView, by: Actor) -> None:
    """Forget a view."""
    record(verb="saved_view.deleted", subject=view, by=by, data={"name": view.name})
    view.delete()
