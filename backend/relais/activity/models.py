"""One immutable line per thing done: history, audit, and later the outbox of webhooks."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from relais.kit.models import ScopedManager, WorkspaceModel


class AppendOnlyError(RuntimeError):
    """History is written once."""


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Reads of history; writing goes through `actions.record`."""

    def of_creator(self, *creator_ids: int) -> "ActivityQuerySet":
        """Return the lines of these creators (one person may have been several before a merge)."""
        return self.filter(creator_id__in=creator_ids)

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError


ActivityManager = ScopedManager.from_queryset(ActivityQuerySet)


class Activity(WorkspaceModel):
    """Who did what to which object, when; `creator` and `campaign` repeat what timelines filter on.

    The links carry no database key: history outlives what it speaks of.
    """

    verb = models.CharField(max_length=64)
    subject_type = models.CharField(max_length=32)
    subject_id = models.BigIntegerField()
    creator = models.ForeignKey("creators.Creator", models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    campaign = models.ForeignKey(
        "campaigns.Campaign", models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    user = models.ForeignKey("workspaces.User", models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    api_key = models.ForeignKey(
        "workspaces.ApiKey", models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    data = models.JSONField(default=dict)
    at = models.DateTimeField()

    objects: ClassVar["ActivityManager[Any]"] = ActivityManager()

    class Meta(WorkspaceModel.Meta):
        indexes = [
            models.Index(fields=["workspace", "-id"], name="activity_ws"),
            models.Index(fields=["workspace", "creator", "-id"], name="activity_creator"),
            models.Index(fields=["workspace", "campaign", "-id"], name="activity_campaign"),
            models.Index(fields=["workspace", "subject_type", "subject_id", "-id"], name="activity_subject"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert; a second save is refused."""
        if self.pk is not None:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError
