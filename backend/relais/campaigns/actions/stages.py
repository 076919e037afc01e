"""What can be done to the columns of the board."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.campaigns.errors import LastOfKindError, StageNotEmptyError
from relais.campaigns.models import Participation, Stage
from relais.campaigns.querysets import stages_in_use
from relais.campaigns.rules import DEFAULT_STAGES
from relais.kit.actors import Actor
from relais.kit.errors import InvalidError
from relais.kit.tenancy import current_workspace_id
from relais.workspaces.models import Workspace


def _lock_workspace() -> None:
    # Stages are few and shared: whoever changes their number or order waits here.
    Workspace.objects.select_for_update(no_key=True).get(pk=current_workspace_id())


@transaction.atomic
def ensure_stages() -> None:
    """Give the workspace in scope its first stages, unless it has some; harmless to repeat, and at the same time."""
    if Stage.objects.exists():
        return
    _lock_workspace()
    if Stage.objects.exists():
        return
    Stage.objects.bulk_create(
        Stage(kind=each.kind, label_en=each.label_en, label_fr=each.label_fr, colour=each.colour, position=place)
        for place, each in enumerate(DEFAULT_STAGES)
    )


def seed_stages(*, workspace: Workspace, by: Actor) -> None:  # noqa: ARG001 - the signature of a seed
    """Give a new workspace its stages."""
    ensure_stages()


@transaction.atomic
def create_stage(*, values: dict[str, Any], by: Actor) -> Stage:
    """Add another stage of a known kind, after the last one of that kind, or at the end."""
    ensure_stages()
    _lock_workspace()
    stages = list(stages_in_use())
    same = [place for place, stage in enumerate(stages) if stage.kind == values["kind"]]
    last = Stage.objects.aggregate(last=Max("position"))["last"]
    made = Stage.objects.create(**values, position=0 if last is None else last + 1)
    stages.insert(same[-1] + 1 if same else len(stages), made)
    _number(stages)
    record(verb="stage.created", subject=made, by=by, data={"kind": made.kind, "label": made.label_en})
    return made


@transaction.atomic
def change_stage(*, stage: Stage, changes: dict[str, Any], by: Actor) -> Stage:
    """Change the labels or the colour."""
    before = {name: getattr(stage, name) for name in changes}
    for name, value in changes.items():
        setattr(stage, name, value)
    stage.save(update_fields=list(changes))
    record(verb="stage.changed", subject=stage, by=by, data={"before": before, "after": changes})
    return stage


@transaction.atomic
def reorder_stages(*, ids: list[int], by: Actor) -> list[Stage]:
    """Put the columns in this order.

    Raises:
        InvalidError: the ids are not those of all columns, once each.
    """
    _lock_workspace()
    stages = {stage.pk: stage for stage in stages_in_use()}
    if sorted(ids) != sorted(stages):
        raise InvalidError(errors={"ids": [_("Give the id of every stage of the board, once.")]})
    ordered = [stages[pk] for pk in ids]
    _number(ordered)
    record(verb="stage.reordered", subject=ordered[0], by=by, data={"ids": ids})
    return ordered


def _number(stages: list[Stage]) -> None:
    for place, stage in enumerate(stages):
        stage.position = place
    Stage.objects.bulk_update(stages, ["position"])


@transaction.atomic
def delete_stage(*, stage: Stage, by: Actor) -> None:
    """Take an empty column off the board; history keeps speaking of it.

    Raises:
        StageNotEmptyError: cards stand in it.
        LastOfKindError: no other stage is of its kind.
    """
    _lock_workspace()
    locked = Stage.objects.select_for_update(no_key=True).get(pk=stage.pk)
    if Participation.objects.filter(stage=locked, removed_at=None).exists():
        raise StageNotEmptyError
    if not stages_in_use().filter(kind=locked.kind).exclude(pk=locked.pk).exists():
        raise LastOfKindError
    locked.position = None
    locked.save(update_fields=["position"])
    record(verb="stage.deleted", subject=locked, by=by, data={"label": locked.label_en})
