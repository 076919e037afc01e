"""Dated statistics, found posts, and visible refresh runs."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from relais.audience.querysets import PostQuerySet, RefreshItemQuerySet, SnapshotQuerySet
from relais.audience.rules import UNFINISHED, ItemState, RunState
from relais.creators.models import Channel
from relais.kit.constraints import workspace_rules
from relais.kit.models import ScopedManager, WorkspaceLink, WorkspaceModel

SnapshotManager = ScopedManager.from_queryset(SnapshotQuerySet)
PostManager = ScopedManager.from_queryset(PostQuerySet)
RefreshItemManager = ScopedManager.from_queryset(RefreshItemQuerySet)


class ChannelSnapshot(WorkspaceModel):
    """What was known of one channel on one day. A second look the same day replaces the first.

    NULL is unknown, never 0. `low` and `high` bound a rounded number; NULL when it is exact.
    """

    pk = models.CompositePrimaryKey("channel_id", "taken_on")
    channel = WorkspaceLink(Channel, related_name="snapshots", db_index=False)
    taken_on = models.DateField()
    followers = models.BigIntegerField(null=True)
    followers_low = models.BigIntegerField(null=True)
    followers_high = models.BigIntegerField(null=True)
    following = models.BigIntegerField(null=True)
    posts_count = models.BigIntegerField(null=True)
    views_total = models.BigIntegerField(null=True)
    engagement_rate = models.FloatField(null=True)
    #: Name and version of the engagement formula.
    engagement_formula = models.CharField(max_length=32, blank=True)
    #: What a blog has instead of a rate.
    comments_per_post = models.FloatField(null=True)
    posts_per_month = models.FloatField(null=True)
    via = models.CharField(max_length=8)
    taken_at = models.DateTimeField()

    objects: ClassVar["SnapshotManager[Any]"] = SnapshotManager()

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("channel", target=False)]


class Post(WorkspaceModel):
    """One publication found on a channel."""

    channel = WorkspaceLink(Channel, related_name="posts")
    external_id = models.CharField(max_length=500)
    url = models.URLField(max_length=2000)
    title = models.CharField(max_length=500, blank=True)
    summary = models.TextField(blank=True)
    author = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, blank=True)
    image_url = models.URLField(max_length=2000, blank=True)
    tags = ArrayField(models.CharField(max_length=80), default=list)
    published_at = models.DateTimeField(null=True)
    likes = models.BigIntegerField(null=True)
    comments = models.BigIntegerField(null=True)
    views = models.BigIntegerField(null=True)
    shares = models.BigIntegerField(null=True)
    first_seen_at = models.DateTimeField()

    objects: ClassVar["PostManager[Any]"] = PostManager()

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("channel"),
            models.UniqueConstraint(fields=["channel", "external_id"], name="post_once"),
        ]
        indexes = [models.Index(fields=["channel", "published_at", "id"], name="post_by_date")]


class RefreshRun(WorkspaceModel):
    """A refresh somebody asked for, with its progress."""

    state = models.CharField(max_length=9, choices=[(s.value, s.value) for s in RunState], default=RunState.PENDING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules()]

    @property
    def remaining(self) -> int:
        """Channels still to be looked at."""
        return self.total - self.done - self.failed if self.state in UNFINISHED else 0


class RefreshItem(WorkspaceModel):
    """One channel of a run."""

    run = WorkspaceLink(RefreshRun, related_name="items")
    channel = WorkspaceLink(Channel, related_name="+")
    state = models.CharField(max_length=7, choices=[(s.value, s.value) for s in ItemState], default=ItemState.PENDING)
    error_code = models.CharField(max_length=32, blank=True)
    error_detail = models.CharField(max_length=500, blank=True)
    finished_at = models.DateTimeField(null=True)

    objects: ClassVar["RefreshItemManager[Any]"] = RefreshItemManager()

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("run", "channel", target=False),
            models.UniqueConstraint(fields=["run", "channel"], name="refresh_item_once"),
        ]
        indexes = [models.Index(fields=["channel"], name="refresh_waiting", condition=models.Q(state="pending"))]
