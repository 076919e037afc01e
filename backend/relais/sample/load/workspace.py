"""The whole sample, in order."""

from datetime import date

from django.db import transaction

from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.tenancy import workspace_scope
from relais.sample.load.audience import publish_and_measure
from relais.sample.load.campaigns import run_campaigns
from relais.sample.load.creators import enter_creators
from relais.sample.load.days import during
from relais.sample.load.tasks import make_promises, plan_tasks
from relais.sample.load.team import Team, gather_team
from relais.workspaces.actions import create_workspace
from relais.workspaces.models import Membership, User, Workspace

NAME = {"fr": "Agence Exemple", "en": "Sample Agency"}
TIME_ZONE = "Europe/Paris"
MORNING = 9


def find_sample(owner: User) -> Workspace | None:
    """Return the sample workspace this person has already."""
    mine = Membership.all_workspaces.filter(user=owner, workspace__is_sample=True).select_related("workspace")
    membership = mine.order_by("id").first()
    return membership.workspace if membership else None


def load_sample(*, owner: User, day: date | None = None) -> Workspace:
    """Return the person's sample workspace, made on the first call.

    Args:
        owner: who will own it.
        day: the day it plays on; today unless told.
    """
    found = find_sample(owner)
    if found is not None:
        return found
    today = day or clock.today(TIME_ZONE)
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=owner.pk)
        found = find_sample(owner)
        if found is not None:
            return found
        workspace = create_workspace(
            name=NAME.get(owner.language, NAME["en"]),
            language=owner.language,
            time_zone=TIME_ZONE,
            currency="EUR",
            by=Actor(user_id=owner.pk),
            is_sample=True,
        )
        with workspace_scope(workspace.pk), during(today, MORNING):
            _fill(gather_team(owner), today)
    return workspace


def _fill(team: Team, today: date) -> None:
    creators = enter_creators(team, today)
    publish_and_measure(creators, today)
    run_campaigns(creators, team, today)
    plan_tasks(creators, team, today)
    make_promises(team, today)
