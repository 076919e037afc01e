"""What hangs on a row anywhere in the house, found from the models, and handed over to another row.

An app with rules of its own for its rows registers a `Handler` from `ready()`; all else is moved as it is. A row
that would repeat one the other has already (the same tag, list, address) stays where it is, out of sight.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model, UniqueConstraint

from relais.creators.merging.ledger import Ledger
from relais.kit.models import WorkspaceModel

#: Links that tell what was, and stay.
HISTORY = frozenset({"creators.Merge", "creators.DistinctPair", "creators.ImportRow", "activity.Activity"})


@dataclass(frozen=True, slots=True)
class Handler:
    """How the rows of one model change hands.

    `merge(kept_id, gone_id, ledger)` moves them; `undo(ledger, take_back)` calls `take_back` once, between what must
    be locked before and set right after.
    """

    merge: Callable[[int, int, Ledger], None]
    undo: Callable[[Ledger, Callable[[], None]], None]


handlers: dict[str, Handler] = {}


def register(label: str, handler: Handler) -> None:
    """Let an app move the rows of its model itself; twice the same model is a mistake of ours."""
    if label in handlers:
        msg = f"{label} has two handlers of merges."
        raise ValueError(msg)
    handlers[label] = handler


def move_children(model: type[Model], *, old: int, new: int, ledger: Ledger) -> None:
    """Hand over everything that points at row `old` of a model, except history and what has a handler."""
    for link in links_to(model):
        if link.model._meta.label not in handlers:
            _move(link, old, new, ledger)


def links_to(model: type[Model]) -> Iterator["ForeignKey[Any, Any]"]:
    """Return the foreign keys that point at a model, in the order of apps."""
    for relation in model._meta.get_fields(include_hidden=True):
        link = getattr(relation, "field", None)
        if not (relation.auto_created and isinstance(link, ForeignKey)) or link.model._meta.label in HISTORY:
            continue
        if issubclass(link.model, WorkspaceModel):
            yield link


def _move(link: "ForeignKey[Any, Any]", old: int, new: int, ledger: Ledger) -> None:
    rows = link.model._default_manager.filter(**{link.attname: old})
    staying = set(_repeated(link, old, new))
    ids = [pk for pk in rows.order_by("pk").values_list("pk", flat=True) if pk not in staying]
    ledger.move(link.model, link.attname, ids, old=old, new=new)


def _repeated(link: "ForeignKey[Any, Any]", old: int, new: int) -> Iterable[int]:
    """Return the rows that a unique key would refuse beside those of the other."""
    for rule in link.model._meta.constraints:
        if not isinstance(rule, UniqueConstraint) or link.name not in rule.fields:
            continue
        others = [name for name in rule.fields if name != link.name]
        rows = link.model._default_manager.all()
        rows = rows.filter(rule.condition) if rule.condition is not None else rows
        taken = set(rows.filter(**{link.attname: new}).values_list(*others)) if others else {()}
        for pk, *values in rows.filter(**{link.attname: old}).values_list("pk", *others):
            if tuple(values) in taken:
                yield pk
