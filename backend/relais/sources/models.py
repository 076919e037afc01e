"""A URL fetched regularly, once for everybody who follows it."""

from django.db import models

from relais.sources.querysets import SourceQuerySet
from relais.sources.rules import Platform, SourceState


class Source(models.Model):
    """One public channel of the web. Belongs to no workspace: ten that follow it cost one fetch."""

    platform = models.CharField(max_length=12, choices=[(p.value, p.value) for p in Platform])
    key = models.CharField(max_length=500)
    url = models.URLField(max_length=2000)
    handle = models.CharField(max_length=200, blank=True)
    #: Registrable domain, or host and port where there is none: one batch at a time for each.
    host = models.CharField(max_length=255, db_index=True)
    feed_url = models.URLField(max_length=2000, blank=True)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in SourceState], default=SourceState.NEW)
    #: NULL: nobody follows it any more.
    due_at = models.DateTimeField(null=True)
    #: Asked for by a person: goes before what is merely due.
    urgent = models.BooleanField(default=False)
    leased_until = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    #: ETag and Last-Modified by request URL, sent back next time.
    validators = models.JSONField(default=dict)
    #: Last believed numbers, `{field: [value, low, high]}`, and those doubted until seen twice.
    counts = models.JSONField(default=dict)
    doubted = models.JSONField(default=dict)
    failures = models.PositiveIntegerField(default=0)
    error_code = models.CharField(max_length=32, blank=True)
    error_detail = models.CharField(max_length=500, blank=True)
    fetched_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["platform", "key"], name="source_once")]
        indexes = [
            models.Index(fields=["-urgent", "due_at"], name="source_due", condition=models.Q(due_at__isnull=False))
        ]

    def __str__(self) -> str:
        return self.url
