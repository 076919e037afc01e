"""What every read is asked, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from relais.reports.rules import COUNT_CAP, Line, LineKind, Urgency, urgency_of

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose lines, on which day."""

    #: Where the workspace is.
    today: date
    time_zone: str
    #: Only lines that person looks after, and those nobody does; None for everybody's.
    keeper: int | None
    #: Lines of one kind.
    limit: int
    #: Subjects put off beyond today, by kind.
    put_off: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def ids_put_off(self, kind: LineKind, prefix: str = "") -> list[int]:
        """Return the ids among the subjects put off: those with that prefix."""
        found = (text.removeprefix(prefix) for text in self.put_off.get(kind, ()) if text.startswith(prefix))
        return [int(text) for text in found if text.isdecimal()]


@dataclass(frozen=True, slots=True)
class Found:
    """Lines of one kind, the oldest first, some beyond the week among them; and how many are within it."""

    lines: list[Line]
    count: int


@dataclass(frozen=True, slots=True)
class About:
    """Whose timeline a line belongs to."""

    creator_id: int | None = None
    campaign_id: int | None = None


#: Columns that `people_of` reads.
PEOPLE = ("creator_id", "creator__name", "creator__main_platform", "campaign_id", "campaign__name", "keeper")


def people_of(row: Row) -> dict[str, Any]:
    """Return what every line says: about whom, for which campaign, who looks after it."""
    creator = {"id": row["creator_id"], "name": row["creator__name"], "main_platform": row["creator__main_platform"]}
    campaign = {"id": row["campaign_id"], "name": row["campaign__name"]}
    return {
        "creator": creator if creator["id"] is not None else None,
        "campaign": campaign if campaign["id"] is not None else None,
        "keeper": row["keeper"],
    }


def kept_by(rows: QuerySet[Any], asked: Asked, *owners: str) -> QuerySet[Any]:
    """Say who looks after each row (`keeper`: the first known of these columns), and narrow to whose are asked for.

    What nobody looks after is everybody's.
    """
    rows = rows.annotate(keeper=Coalesce(*owners) if len(owners) > 1 else F(owners[0]))
    return rows if asked.keeper is None else rows.filter(Q(keeper=asked.keeper) | Q(keeper=None))


def counted(lines: list[Line], within: Sequence[QuerySet[Any]], asked: Asked) -> Found:
    """Return the lines with their number: one more statement only where they fill the answer.

    Args:
        lines: read up to one more than the limit.
        within: what was read, narrowed to the week.
        asked: with the limit.
    """
    if len(lines) <= asked.limit:
        return Found(lines, sum(urgency_of(line, asked.today) is not Urgency.LATER for line in lines))
    total = sum(rows.order_by().values("pk")[: COUNT_CAP + 1].count() for rows in within)
    return Found(lines[: asked.limit], min(total, COUNT_CAP + 1))
