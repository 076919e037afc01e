"""One action on many people: a closed registry that other apps add to from `ready()`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db import transaction

from relais.kit.actors import Actor

#: Beyond this many, taking back is left to the filters: the answer would be too large.
UNDO_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class BulkCall:
    """A call of a registered action."""

    action: str
    ids: list[int]
    params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class BulkResult:
    """Whom it changed, and the calls that take it back."""

    changed: list[int]
    undo: list[BulkCall] = field(default_factory=list)


#: `(creator_ids, params, by)` → result; ids are of the workspace in scope and exist.
Run = Callable[[Sequence[int], Mapping[str, Any], Actor], BulkResult]


@dataclass(frozen=True, slots=True)
class BulkAction:
    """What can be done to many.

    `verb` is judged against the role table for `creators`; `params` is a DRF serializer class for the
    parameters, None when there are none; `among_deleted` for actions on people who were put aside.
    """

    name: str
    run: Run
    params: type[Any] | None = None
    verb: str = "write"
    among_deleted: bool = False


_registry: dict[str, BulkAction] = {}


def register(action: BulkAction) -> None:
    """Offer an action under its name; twice the same name is a mistake of ours."""
    if action.name in _registry:
        msg = f"The bulk action {action.name} is registered twice."
        raise ValueError(msg)
    _registry[action.name] = action


def action_names() -> list[str]:
    """Return the names on offer, sorted."""
    return sorted(_registry)


def find_action(name: str) -> BulkAction:
    """Return the action of that name."""
    return _registry[name]


@transaction.atomic
def run_action(*, action: BulkAction, ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:
    """Do it to all of them, or to none when it fails."""
    result = action.run(ids, params, by)
    return result if len(result.changed) <= UNDO_LIMIT else BulkResult(result.changed)


def calls_by(action: str, former: Mapping[int, Any], to_params: Callable[[Any], dict[str, Any]]) -> list[BulkCall]:
    """Return the calls that give each person its former value back, one for each value."""
    ordered = sorted(former.items(), key=lambda item: (str(item[1]), item[0]))
    return [
        BulkCall(action, [pk for pk, _ in group], to_params(value))
        for value, group in ((value, list(rows)) for value, rows in groupby(ordered, key=lambda item: item[1]))
    ]
