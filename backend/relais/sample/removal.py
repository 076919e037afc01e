"""Takes the sample away again, with every row of it."""

from django.apps import apps
from django.db import connection

from relais.creators.models import Channel, Import
from relais.kit.database import retried
from relais.kit.errors import NotFoundError
from relais.kit.models import WorkspaceModel
from relais.kit.tenancy import workspace_scope
from relais.sample.load.workspace import find_sample
from relais.sources.actions import unfollow
from relais.workspaces.models import Membership, User, Workspace
from relais.workspaces.rules import Role


@retried
def remove_sample(*, owner: User) -> None:
    """Delete the person's own sample workspace for good; what they work with is another.

    Raises:
        NotFoundError: there is none, or it is somebody else's.
    """
    owned = Membership.all_workspaces.filter(workspace=find_sample(owner), user=owner, role=Role.OWNER)
    # Keeps another removal waiting, and lets what is being written in it come to its end.
    workspace = Workspace.objects.select_for_update(no_key=True).filter(pk__in=owned.values("workspace_id")).first()
    if workspace is None:
        raise NotFoundError
    with workspace_scope(workspace.pk):
        # One that runs ends its chunk, and finds no more of itself.
        list(Import.objects.select_for_update().values_list("id"))
        followed = set(Channel.objects.values_list("source_id", flat=True))
    scoped = [model._meta.db_table for model in apps.get_models() if issubclass(model, WorkspaceModel)]
    with connection.cursor() as cursor:
        for table in scoped:  # in any order: the foreign keys between them are compared when all are gone
            cursor.execute(f"DELETE FROM {table} WHERE workspace_id = %s", [workspace.pk])  # noqa: S608 - our own names
    workspace.delete()
    still = set(Channel.all_workspaces.filter(source_id__in=followed).values_list("source_id", flat=True))
    unfollow(source_ids=followed - still)
