"""What was published as a result, with dated metrics."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from relais.campaigns.models import Campaign, Participation
from relais.coverage.rules import COUNTERS, CoverageKind
from relais.creators.models import Channel, Creator
from relais.kit.constraints import workspace_rules
from relais.kit.models import Versioned, WorkspaceLink, WorkspaceModel
from relais.sources.rules import Platform


class Coverage(WorkspaceModel, Versioned):
    """One publication that answers a participation or a sending, or came by itself.

    A removed piece stays, so that the removal can be undone with its numbers.
    """

    creator = WorkspaceLink(Creator, models.PROTECT, related_name="coverage")
    channel = WorkspaceLink(Channel, models.SET_NULL, null=True, blank=True, related_name="coverage")
    campaign = WorkspaceLink(Campaign, models.SET_NULL, null=True, blank=True, related_name="coverage")
    participation = WorkspaceLink(Participation, models.SET_NULL, null=True, blank=True, related_name="coverage")
    sending = WorkspaceLink("sendings.Sending", models.SET_NULL, null=True, blank=True, related_name="coverage")
    kind = models.CharField(
        max_length=8, choices=[(k.value, k.value) for k in CoverageKind], default=CoverageKind.ARTICLE
    )
    platform = models.CharField(max_length=12, choices=[(p.value, p.value) for p in Platform])
    url = models.URLField(max_length=2000)
    #: The address without tracking parameters: what people open.
    canonical_url = models.URLField(max_length=2000, editable=False)
    #: `rules.same_piece_key`: one piece is recorded once for each creator.
    piece_key = models.CharField(max_length=2000, editable=False)
    title = models.CharField(max_length=500, blank=True)
    author = models.CharField(max_length=200, blank=True)
    site_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, blank=True)
    image_url = models.URLField(max_length=2000, blank=True)
    published_on = models.DateField(null=True, blank=True)
    notes = models.TextField(max_length=10_000, blank=True)
    #: Folded title, author, site and address: what search reads.
    search = models.TextField(default="", editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("creator", "channel", "campaign", "participation", "sending"),
            models.UniqueConstraint(
                fields=["workspace", "piece_key", "creator"], name="coverage_once", condition=Q(removed_at=None)
            ),
        ]
        indexes = [
            models.Index(
                fields=["workspace", "published_on", "id"], name="coverage_published", condition=Q(removed_at=None)
            ),
            GinIndex(fields=["search"], name="coverage_search", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.title or self.url


class CoverageMetric(WorkspaceModel):
    """Numbers of one piece on one day, typed by hand for now. NULL is unknown."""

    coverage = WorkspaceLink(Coverage, related_name="metrics")
    taken_on = models.DateField()
    views = models.BigIntegerField(null=True, blank=True)
    likes = models.BigIntegerField(null=True, blank=True)
    comments = models.BigIntegerField(null=True, blank=True)
    shares = models.BigIntegerField(null=True, blank=True)
    clicks = models.BigIntegerField(null=True, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("coverage"),
            models.UniqueConstraint(fields=["coverage", "taken_on"], name="metric_once_a_day"),
            *[
                models.CheckConstraint(condition=Q(**{field: None}) | Q(**{f"{field}__gte": 0}), name=f"metric_{field}")
                for field in COUNTERS
            ],
        ]

    @property
    def numbers(self) -> dict[str, int | None]:
        """What the formulas read."""
        return {name: getattr(self, name) for name in COUNTERS}
