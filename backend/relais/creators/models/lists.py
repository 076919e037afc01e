"""Hand-picked lists and remembered views."""

from django.conf import settings
from django.db import models

from relais.creators.models.creator import Creator
from relais.kit.constraints import workspace_rules
from relais.kit.models import WorkspaceLink, WorkspaceModel


class CreatorList(WorkspaceModel):
    """A list of people, kept by hand."""

    name = models.CharField(max_length=120)
    folded = models.CharField(max_length=120, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules(),
            models.UniqueConstraint(fields=["workspace", "folded"], name="list_name_once"),
        ]


class ListEntry(WorkspaceModel):
    """This person is on this list."""

    list = WorkspaceLink(CreatorList, related_name="entries")
    creator = WorkspaceLink(Creator, related_name="list_links")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("list", "creator", target=False),
            models.UniqueConstraint(fields=["list", "creator"], name="list_entry_once"),
        ]


class SavedView(WorkspaceModel):
    """Filters, order and columns under a name: one's own, or shared with the workspace."""

    name = models.CharField(max_length=120)
    screen = models.CharField(max_length=20, default="creators")
    #: The query parameters of the list.
    query = models.JSONField(default=dict)
    #: Shown columns in order, with their widths.
    columns = models.JSONField(default=list)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", editable=False)
    is_shared = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules()]
