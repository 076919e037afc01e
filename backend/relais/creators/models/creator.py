"""The person, how to reach them, and what we wrote about them."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from relais.creators.querysets import CreatorQuerySet
from relais.creators.rules import AddressForm, ContactKind, CreatorKind, NoteKind, RelationshipStatus, Tier
from relais.kit.constraints import workspace_rules
from relais.kit.models import ScopedManager, Versioned, WorkspaceLink, WorkspaceModel

#: Who lists show; the same condition as `CreatorQuerySet.live`.
LIVE = Q(deleted_at=None, merged_into=None)

CreatorManager = ScopedManager.from_queryset(CreatorQuerySet)


def choices(values: type) -> list[tuple[str, str]]:
    """Return the choices of a StrEnum; labels are the interface's business."""
    return [(item.value, item.value) for item in values]  # type: ignore[attr-defined]


class Creator(WorkspaceModel, Versioned):
    """A blogger, influencer, journalist or ambassador: one person with any number of channels.

    Below the line stand headline columns: copies of the newest numbers, written together with the
    snapshot, so that lists filter and sort without a join. NULL is "unknown".
    """

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=choices(CreatorKind), default=CreatorKind.BLOGGER)
    preferred_name = models.CharField(max_length=120, blank=True)
    address_form = models.CharField(max_length=4, choices=choices(AddressForm), blank=True)
    language = models.CharField(max_length=2, blank=True)
    country = models.CharField(max_length=2, blank=True)
    city = models.CharField(max_length=120, blank=True)
    biography = models.TextField(max_length=10_000, blank=True)
    notes = models.TextField(max_length=50_000, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    relationship_status = models.CharField(
        max_length=16, choices=choices(RelationshipStatus), default=RelationshipStatus.NEW
    )
    #: A status set by hand always wins over events.
    status_by_hand = models.BooleanField(default=False)
    tags = models.ManyToManyField("creators.Tag", through="creators.CreatorTag", related_name="creators")
    merged_into = WorkspaceLink(
        "creators.Creator", models.PROTECT, null=True, db_index=False, related_name="merged_from", editable=False
    )
    deleted_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    # -- headline columns --
    #: What the list sorts names by, and what finds people of the same name.
    folded_name = models.CharField(max_length=400, default="", editable=False)
    main_platform = models.CharField(max_length=12, blank=True, editable=False)
    main_handle = models.CharField(max_length=200, blank=True, editable=False)
    #: State of the largest channel, and when its numbers were read: the birth certificate shown in lists.
    main_state = models.CharField(max_length=8, blank=True, editable=False)
    measured_at = models.DateTimeField(null=True, editable=False)
    #: Followers of the largest channel.
    followers = models.BigIntegerField(null=True, editable=False)
    #: Sum over channels: potential reach.
    reach = models.BigIntegerField(null=True, editable=False)
    engagement_rate = models.FloatField(null=True, editable=False)
    tier = models.CharField(max_length=5, choices=choices(Tier), blank=True, editable=False)
    channel_count = models.PositiveSmallIntegerField(default=0, editable=False)
    has_email = models.BooleanField(default=False, editable=False)
    last_published_at = models.DateTimeField(null=True, editable=False)
    last_contacted_at = models.DateTimeField(null=True, editable=False)
    avatar_url = models.URLField(max_length=2000, blank=True, editable=False)
    #: `platform:blog`, `country:FR`, `tag:12`, `list:3`…: the exact facets as one indexed array.
    facets = ArrayField(models.CharField(max_length=80), default=list, editable=False)
    #: Folded name, handles, blog names, domains, tags and notes: what search reads.
    search = models.TextField(default="", editable=False)

    objects: ClassVar["CreatorManager[Any]"] = CreatorManager()

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("merged_into")]
        indexes = [
            *[
                models.Index(fields=["workspace", column, "id"], name=f"creator_{column}", condition=LIVE)
                for column in ("folded_name", "followers", "engagement_rate", "last_contacted_at", "last_published_at")
            ],
            models.Index(fields=["workspace", "id"], name="creator_created", condition=LIVE),
            models.Index(fields=["merged_into"], name="creator_merged_into", condition=Q(merged_into__isnull=False)),
            GinIndex(fields=["facets"], name="creator_facets"),
            GinIndex(fields=["search"], name="creator_search", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.name


class ContactPoint(WorkspaceModel):
    """An e-mail address, a phone number, an agent; with where and when it was found."""

    creator = WorkspaceLink(Creator, related_name="contact_points")
    kind = models.CharField(max_length=12, choices=choices(ContactKind))
    value = models.CharField(max_length=320)
    #: Folded e-mail or bare digits: what duplicates are found by.
    normalised = models.CharField(max_length=320, editable=False)
    label = models.CharField(max_length=80, blank=True)
    is_primary = models.BooleanField(default=False)
    #: Where it was read; empty when typed.
    source_url = models.URLField(max_length=2000, blank=True)
    collected_at = models.DateTimeField()

    class Meta(WorkspaceModel.Meta):
        ordering = ["-is_primary", "id"]
        constraints = [
            *workspace_rules("creator"),
            models.UniqueConstraint(fields=["creator", "kind", "normalised"], name="contact_once"),
        ]
        indexes = [models.Index(fields=["workspace", "kind", "normalised"], name="contact_normalised")]


class PostalAddress(WorkspaceModel):
    """Where parcels go."""

    creator = WorkspaceLink(Creator, related_name="addresses")
    recipient = models.CharField(max_length=200)
    line1 = models.CharField(max_length=200)
    line2 = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=20)
    city = models.CharField(max_length=120)
    region = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2)
    phone = models.CharField(max_length=40, blank=True)
    is_default = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta(WorkspaceModel.Meta):
        ordering = ["-is_default", "id"]
        constraints = [
            *workspace_rules("creator"),
            models.UniqueConstraint(fields=["creator"], condition=Q(is_default=True), name="address_one_default"),
        ]


class Tag(WorkspaceModel):
    """A word the team sorts people by."""

    name = models.CharField(max_length=60)
    folded = models.CharField(max_length=60, editable=False)
    colour = models.CharField(max_length=16, blank=True)

    class Meta(WorkspaceModel.Meta):
        ordering = ["folded"]
        constraints = [
            *workspace_rules(),
            models.UniqueConstraint(fields=["workspace", "folded"], name="tag_once"),
        ]

    def __str__(self) -> str:
        return self.name


class CreatorTag(WorkspaceModel):
    """This person carries this tag."""

    creator = WorkspaceLink(Creator, related_name="tag_links")
    tag = WorkspaceLink(Tag, related_name="links")

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("creator", "tag", target=False),
            models.UniqueConstraint(fields=["creator", "tag"], name="creator_tag_once"),
        ]


class Note(WorkspaceModel):
    """Something written down by hand: a note, a call, a direct message, a meeting."""

    creator = WorkspaceLink(Creator, related_name="note_lines")
    kind = models.CharField(max_length=8, choices=choices(NoteKind), default=NoteKind.NOTE)
    text = models.TextField(max_length=50_000)
    happened_at = models.DateTimeField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True, editable=False)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("creator")]
