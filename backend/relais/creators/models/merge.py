"""Two rows that were one person, and two that look alike and are not."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from relais.creators.models.creator import Creator
from relais.kit.constraints import workspace_rules
from relais.kit.models import WorkspaceLink, WorkspaceModel


class Merge(WorkspaceModel):
    """Everything needed to take a merge back."""

    kept = WorkspaceLink(Creator, related_name="merges")
    gone = WorkspaceLink(Creator, related_name="+")
    #: Model label → ids that changed hands, and the kept person's former values.
    moved = models.JSONField(default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("kept", "gone")]


class DistinctPair(WorkspaceModel):
    """Somebody said: these two are not the same person. `first` has the lower id."""

    first = WorkspaceLink(Creator, related_name="+")
    second = WorkspaceLink(Creator, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("first", "second", target=False),
            models.UniqueConstraint(fields=["first", "second"], name="distinct_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="distinct_in_order"),
        ]
