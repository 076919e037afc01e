"""One blog or account of a creator."""

from django.db import models
from django.db.models import F, Q

from relais.creators.models.creator import Creator, choices
from relais.creators.rules import ChannelState
from relais.kit.constraints import workspace_rules
from relais.kit.models import WorkspaceLink, WorkspaceModel
from relais.sources.models import Source
from relais.sources.rules import Platform


class Channel(WorkspaceModel):
    """Where a creator publishes, with its newest numbers and how far to trust them.

    A failed refresh changes `state` and `error_*` and never a number: the last good value stays,
    with its age.
    """

    creator = WorkspaceLink(Creator, related_name="channels")
    platform = models.CharField(max_length=12, choices=choices(Platform))
    key = models.CharField(max_length=500)
    url = models.URLField(max_length=2000)
    handle = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300, blank=True)
    feed_url = models.URLField(max_length=2000, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    # -- newest numbers --
    followers = models.BigIntegerField(null=True, editable=False)
    followers_low = models.BigIntegerField(null=True, editable=False)
    followers_high = models.BigIntegerField(null=True, editable=False)
    posts_count = models.BigIntegerField(null=True, editable=False)
    engagement_rate = models.FloatField(null=True, editable=False)
    engagement_formula = models.CharField(max_length=32, blank=True, editable=False)
    posts_per_month = models.FloatField(null=True, editable=False)
    last_published_at = models.DateTimeField(null=True, editable=False)
    #: How the followers were come by, and when; of a channel without any, its newest numbers.
    via = models.CharField(max_length=8, blank=True, editable=False)
    measured_at = models.DateTimeField(null=True, editable=False)
    #: The same for each number that is known: `{"followers": {"via": "hand", "at": …}, "posts_per_month": …}`.
    origins = models.JSONField(default=dict, editable=False)
    # -- the last look --
    state = models.CharField(max_length=8, choices=choices(ChannelState), default=ChannelState.NEW, editable=False)
    checked_at = models.DateTimeField(null=True, editable=False)
    error_code = models.CharField(max_length=32, blank=True, editable=False)
    error_detail = models.CharField(max_length=500, blank=True, editable=False)
    #: Why what is published could not be read although the rest was.
    partial_code = models.CharField(max_length=32, blank=True, editable=False)

    class Meta(WorkspaceModel.Meta):
        ordering = [F("followers").desc(nulls_last=True), "id"]
        constraints = [
            *workspace_rules("creator"),
            models.UniqueConstraint(fields=["workspace", "platform", "key"], name="channel_once"),
        ]
        indexes = [
            models.Index(fields=["workspace", "error_code"], name="channel_failing", condition=~Q(error_code=""))
        ]

    def __str__(self) -> str:
        return self.url
