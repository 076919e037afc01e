"""What somebody wrote down to do: tasks and promises."""

from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from relais.campaigns.models import Promise, Task
from relais.reports.reads.asking import PEOPLE, Asked, Found, counted, kept_by, people_of
from relais.reports.rules import Line, LineKind, horizon


def tasks(asked: Asked) -> Found:
    """Return what is to be done; a task without a day stands at the end of the week until it is given one."""
    rows = Task.objects.filter(Q(creator=None) | Q(creator__deleted_at=None), done_at=None)
    return _due(kept_by(rows, asked, "owner_id", "made_by_id"), LineKind.TASK, asked)


def promises(asked: Asked) -> Found:
    """Return what we promised and have not kept yet."""
    rows = Promise.objects.filter(creator__deleted_at=None, kept_at=None)
    return _due(kept_by(rows, asked, "owner_id", "made_by_id"), LineKind.PROMISE, asked)


def _due(rows: QuerySet[Any], kind: LineKind, asked: Asked) -> Found:
    end = horizon(asked.today)
    rows = rows.annotate(judged_on=Coalesce("due_on", Value(end)))
    read = rows.order_by("judged_on", "id").values(
        "id", "title", "due_on", "participation_id", "participation__removed_at", *PEOPLE
    )
    lines = [
        Line(
            kind=kind,
            subject=str(row["id"]),
            title=row["title"],
            day=row["due_on"],
            participation=row["participation_id"] if row["participation__removed_at"] is None else None,
            **people_of(row),
        )
        for row in read[: asked.limit + 1]
    ]
    return counted(lines, [rows.filter(judged_on__lte=end)], asked)
