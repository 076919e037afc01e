"""What can be done to a task."""

from typing import Any

from django.db import transaction

from relais.activity.actions import record
from relais.campaigns.models import Task
from relais.kit import clock
from relais.kit.actors import Actor


def _record(verb: str, task: Task, by: Actor) -> None:
    data = {"title": task.title}
    record(verb=verb, subject=task, by=by, creator_id=task.creator_id, campaign_id=task.campaign_id, data=data)


def _complete(values: dict[str, Any]) -> dict[str, Any]:
    # A task about a card is about its creator and its campaign: their pages list it too.
    card = values.get("participation")
    if card is not None:
        values = values | {"creator_id": card.creator_id, "campaign_id": card.campaign_id}
        values.pop("creator", None)
        values.pop("campaign", None)
    return values


@transaction.atomic
def create_task(*, values: dict[str, Any], by: Actor) -> Task:
    """Save a new task; one about a card is also about its creator and campaign."""
    task = Task.objects.create(**_complete(values), made_by_id=by.user_id)
    _record("task.created", task, by)
    return task


@transaction.atomic
def change_task(*, task: Task, changes: dict[str, Any], by: Actor) -> Task:
    """Save new values."""
    changes = _complete(changes)
    for name, value in changes.items():
        setattr(task, name, value)
    task.save(update_fields=[name.removesuffix("_id") for name in changes])
    _record("task.changed", task, by)
    return task


@transaction.atomic
def finish_task(*, task: Task, by: Actor) -> Task:
    """Mark as done; a second time changes nothing."""
    if Task.objects.filter(pk=task.pk, done_at=None).update(done_at=clock.now()):
        _record("task.finished", task, by)
    return task


@transaction.atomic
def reopen_task(*, task: Task, by: Actor) -> Task:
    """Mark as open again."""
    if Task.objects.filter(pk=task.pk, done_at__isnull=False).update(done_at=None):
        _record("task.reopened", task, by)
    return task


@transaction.atomic
def delete_task(*, task: Task, by: Actor) -> None:
    """Delete it; history keeps its title."""
    _record("task.deleted", task, by)
    task.delete()
