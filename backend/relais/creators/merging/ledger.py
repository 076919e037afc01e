"""Writes changes down as it makes them, so that they can be taken back in reverse order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import F, Model

from relais.kit.models import Versioned

#: A step as it is stored: `[label, column, from, to, ids]` or `[label, id, {column: [old, new]}]`.
Step = list[Any]
_LINK = 5


@dataclass(slots=True)
class Ledger:
    """Steps in the order they were taken. Values are kept as JSON can hold them."""

    steps: list[Step] = field(default_factory=list)

    def move(self, model: type[Model], column: str, ids: Sequence[int], *, old: int, new: int) -> None:
        """Hand rows over: `column` of those ids from `old` to `new`."""
        if ids:
            _point(model, column, ids, new)
            self.steps.append([model._meta.label, column, old, new, list(ids)])

    def change(self, row: Model, **values: Any) -> None:
        """Write new values of one row; those it has already are left out."""
        changes = {
            name: [_plain(getattr(row, name)), _plain(value)]
            for name, value in values.items()
            if getattr(row, name) != value
        }
        if not changes:
            return
        for name in changes:
            setattr(row, name, values[name])
        _write(type(row), row.pk, {name: values[name] for name in changes})
        self.steps.append([row._meta.label, row.pk, changes])

    def ids_of(self, model: type[Model]) -> set[int]:
        """Return the rows of a model that were touched."""
        found: set[int] = set()
        for step in self.steps:
            if step[0] == model._meta.label:
                found |= set(step[4]) if len(step) == _LINK else {step[1]}
        return found

    def take_back(self) -> None:
        """Undo every step, the last first; what somebody changed or removed since stays as it is."""
        for step in reversed(self.steps):
            model = apps.get_model(step[0])
            if len(step) == _LINK:
                _label, column, old, new, ids = step
                still = model._default_manager.filter(pk__in=ids, **{column: new})
                _point(model, column, list(still.values_list("pk", flat=True)), old)
            else:
                _put_back(model, step[1], step[2])


def _put_back(model: type[Model], pk: int, changes: dict[str, list[Any]]) -> None:
    row = model._default_manager.filter(pk=pk).first()
    if row is None:
        return
    columns: dict[str, Any] = {name: model._meta.get_field(name) for name in changes}
    values = {
        name: columns[name].to_python(old) for name, (old, new) in changes.items() if _plain(getattr(row, name)) == new
    }
    if values:
        _write(model, pk, values)


def _point(model: type[Model], column: str, ids: Iterable[int], target: int) -> None:
    model._default_manager.filter(pk__in=list(ids)).update(**{column: target}, **_counted(model))


def _write(model: type[Model], pk: int, values: dict[str, Any]) -> None:
    model._default_manager.filter(pk=pk).update(**values, **_counted(model))


def _counted(model: type[Model]) -> dict[str, Any]:
    return {"version": F("version") + 1} if issubclass(model, Versioned) else {}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
