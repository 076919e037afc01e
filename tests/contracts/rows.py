"""One row of any scoped model, made from its fields alone, so that a new model is covered the day it is added."""

import itertools
import uuid
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import models

from relais.kit import clock
from relais.kit.models import WorkspaceModel
from relais.workspaces.models import User

_numbers = itertools.count(1)
COUNTRY_LENGTH = 2

#: What a field's type alone does not tell.
SPECIAL: dict[str, dict[str, Any]] = {
    "creators.PostalAddress": {"is_default": False},
    "creators.Import": {
        "error": "",
        "columns": [{"index": 0, "name": "Blog", "samples": []}],
        "options": {"tags": [], "list": None, "owner": None, "update_existing": True},
    },
    "creators.Creator": {"merged_into": None, "deleted_at": None},
    "creators.Merge": {"moved": {"steps": []}},
    "campaigns.Participation": {"removed_at": None},
    "campaigns.Campaign": {"archived_at": None},
    "workspaces.Invitation": {"accepted_at": None},
    "workspaces.Membership": {"role": "viewer"},
}


def scoped_models() -> list[type[WorkspaceModel]]:
    """Return every scoped model, those pointed at first."""
    return [m for m in apps.get_models() if issubclass(m, WorkspaceModel) and not m._meta.auto_created]


def make_row(model: type[models.Model], *, user: User, made: dict[type[models.Model], Any] | None = None) -> Any:
    """Save one row inside the scope, with whatever it needs to hang on.

    Args:
        model: which.
        user: for fields that point at a person.
        made: rows to hang on instead of new ones.
    """
    made = {} if made is None else made
    values: dict[str, Any] = {}
    special = SPECIAL.get(model._meta.label, {})
    for field in model._meta.concrete_fields:
        if field.name == "workspace" or (field.primary_key and field.name in {"id", "pk"}):
            continue
        if field.name in special:
            values[field.name] = special[field.name]
        elif isinstance(field, models.ForeignKey):
            values |= _link(field, user=user, made=made)
        elif not (field.has_default() or (field.null and not isinstance(field, models.DateTimeField))):
            values[field.name] = _value(field)
    if model._meta.label == "creators.DistinctPair":
        first, second = make_row(_model("creators.Creator"), user=user), make_row(_model("creators.Creator"), user=user)
        values |= {"first": first, "second": second}
    return model._default_manager.create(**values)


def _model(label: str) -> type[models.Model]:
    return apps.get_model(label)


def _link(field: Any, *, user: User, made: dict[type[models.Model], Any]) -> dict[str, Any]:
    target = field.related_model
    if target is User:
        # A person joins only once: each membership needs its own.
        fresh = field.model._meta.label == "workspaces.Membership"
        return {field.name: _person() if fresh else user}
    if field.null and target not in made:
        return {}
    if not issubclass(target, WorkspaceModel):
        return {}
    return {field.name: made[target] if target in made else make_row(target, user=user, made=made)}


def _person() -> User:
    return User.objects.create_user(f"person{next(_numbers)}@example.org", None, name="Someone")


def _value(field: Any) -> Any:  # noqa: C901, PLR0911 - a table of types
    number = next(_numbers)
    if isinstance(field, models.DateTimeField):
        return None if field.null else clock.now()
    if isinstance(field, models.DateField):
        return date(2026, 1, 1) + timedelta(days=number)
    if getattr(field, "choices", None):
        return field.choices[0][0]
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.URLField):
        return f"https://blog{number}.example/"
    if isinstance(field, models.EmailField):
        return f"someone{number}@example.org"
    if isinstance(field, models.CharField) and field.max_length == COUNTRY_LENGTH:
        return "FR"
    if isinstance(field, models.CharField | models.TextField):
        return f"x{number}"[: getattr(field, "max_length", None) or 20]
    return number
