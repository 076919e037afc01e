"""Takes the sample away again, with every row of it."""

from django.apps import apps
from django.db import connection, transaction

from relais.creators.models import Channel
from relais.kit.errors import NotFoundError
from relais.kit.models import WorkspaceModel
from relais.kit.tenancy import workspace_scope
from relais.sample.load.workspace import find_sample
from relais.sources.actions import unfollow
from relais.workspaces.models import Membership, User, Workspace
from relais.workspaces.rules import Role


@transaction.atomic
def remove_sample(*, owner: User) -> None:
    """Delete the person's own sample workspace for good; what they work with is another.

    Raises:
        NotFoundError: there is none, or it is somebody else's.
    """
    found = find_sample(owner)
    owned = Membership.all_workspaces.filter(workspace=found, user=owner, role=Role.OWNER)
    if found is None or not owned.exists():
        raise NotFoundError
    workspace = Workspace.objects.select_for_update().get(pk=found.pk)
    with workspace_scope(workspace.pk):
        followed = set(Channel.objects.values_list("source_id", flat=True))
    scoped = [model._meta.db_table for model in apps.get_models() if issubclass(model, WorkspaceModel)]
    with connection.cursor() as cursor:
        for table in scoped:  # in any order: the foreign keys between them are compared when all are gone
            cursor.execute(f"DELETE FROM {table} WHERE workspace_id = %s", [workspace.pk])  # noqa: S608 - our own names
    workspace.delete()
    still = set(Channel.all_workspaces.filter(source_id__in=followed).values_list("source_id", flat=True))
    unfollow(source_ids=followed - still)
