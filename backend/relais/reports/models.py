"""What was put off."""

from django.conf import settings
from django.db import models

from relais.kit.constraints import workspace_rules
from relais.kit.models import WorkspaceModel
from relais.reports.rules import LineKind


class Snooze(WorkspaceModel):
    """A line put off until a day, for everybody: what one has decided to leave, nobody else need look at.

    Only for lines whose subject has no day of its own that could be moved.
    """

    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in LineKind])
    #: `Line.subject`: it names a row of another app, or a reason. One that is gone puts nothing off.
    subject = models.CharField(max_length=64)
    until_on = models.DateField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules(target=False),
            models.UniqueConstraint(fields=["workspace", "kind", "subject"], name="snooze_once"),
        ]
