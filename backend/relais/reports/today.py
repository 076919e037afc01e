"""What waits today, of all kinds."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from relais.creators.models import Creator
from relais.reports.models import Snooze
from relais.reports.reads.asking import Asked
from relais.reports.registry import SOURCES
from relais.reports.rules import (
    LINES_OF_ONE_KIND,
    LINES_PER_KIND,
    Line,
    LineKind,
    Urgency,
    in_order,
    next_up,
    urgency_of,
)
from relais.workspaces.models import User


@dataclass(frozen=True, slots=True)
class Today:
    """The lines in their order, how many there are of each kind, and what comes after the week."""

    day: date
    lines: list[Line]
    counts: list[dict[str, Any]]
    upcoming: list[Line]
    #: Nobody is in the workspace yet: there is nothing that could wait.
    is_new: bool


def look(*, today: date, time_zone: str, keeper: int | None, only: LineKind | None = None) -> Today:
    """Read what waits: a fixed number of statements for each kind, however many rows.

    Args:
        today: where the workspace is.
        time_zone: of the workspace.
        keeper: whose lines; None for everybody's.
        only: more lines, of one kind alone.
    """
    asked = Asked(
        today=today,
        time_zone=time_zone,
        keeper=keeper,
        limit=LINES_OF_ONE_KIND if only else LINES_PER_KIND,
        put_off=_put_off(today),
    )
    kinds: Collection[LineKind] = [only] if only else list(SOURCES)
    found = {kind: SOURCES[kind].read(asked) for kind in kinds}
    lines = [line for each in found.values() for line in each.lines]
    in_sight = [line for line in lines if urgency_of(line, today) is not Urgency.LATER]
    after = next_up(lines, today)
    names = _names_of({line.keeper for line in (*in_sight, *after) if line.keeper is not None})

    def finished(line: Line) -> Line:
        owner = {"id": line.keeper, "name": names[line.keeper]} if line.keeper in names else None
        return replace(line, urgency=urgency_of(line, today), owner=owner)

    return Today(
        day=today,
        lines=[finished(line) for line in in_order(in_sight, today)],
        counts=[{"kind": kind, "count": each.count} for kind, each in found.items()],
        upcoming=[finished(line) for line in after],
        is_new=not Creator.objects.live().exists(),
    )


def _put_off(today: date) -> dict[str, frozenset[str]]:
    """Return the subjects put off beyond today, by kind."""
    subjects: dict[str, set[str]] = {}
    for kind, subject in Snooze.objects.filter(until_on__gt=today).values_list("kind", "subject"):
        subjects.setdefault(kind, set()).add(subject)
    return {kind: frozenset(texts) for kind, texts in subjects.items()}


def _names_of(ids: set[int]) -> dict[int | None, str]:
    return {person.pk: str(person) for person in User.objects.filter(pk__in=ids).only("name", "email")}
