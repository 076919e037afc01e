"""Promises as JSON."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.campaigns.api.serializers.fields import owner
from relais.campaigns.models import Campaign, Participation, Promise
from relais.creators.models import Creator


class PromiseSerializer(serializers.ModelSerializer[Promise]):
    """Something we promised a creator."""

    owner_name = serializers.CharField(source="owner.name", allow_null=True, default=None, read_only=True)
    creator_name = serializers.CharField(source="creator.name", read_only=True)
    campaign_name = serializers.CharField(source="campaign.name", allow_null=True, default=None, read_only=True)

    class Meta:
        model = Promise
        fields = [
            "id",
            "title",
            "due_on",
            "owner",
            "owner_name",
            "creator",
            "creator_name",
            "campaign",
            "campaign_name",
            "participation",
            "kept_at",
            "created_at",
        ]
        read_only_fields = fields


class PromiseChangeSerializer(serializers.ModelSerializer[Promise]):
    """What people set of a promise. One about a card is also about its campaign."""

    owner = owner()
    campaign = serializers.PrimaryKeyRelatedField(queryset=Campaign.objects.all(), allow_null=True, required=False)
    participation = serializers.PrimaryKeyRelatedField(
        queryset=Participation.objects.filter(removed_at=None), allow_null=True, required=False
    )

    class Meta:
        model = Promise
        fields = ["title", "due_on", "owner", "campaign", "participation"]


class PromiseMakeSerializer(PromiseChangeSerializer):
    """A new promise, to a creator or about a card."""

    creator = serializers.PrimaryKeyRelatedField(
        queryset=Creator.objects.filter(deleted_at=None),
        required=False,
        help_text="Whom we promised it; known already when a participation is given.",
    )

    class Meta(PromiseChangeSerializer.Meta):
        fields = [*PromiseChangeSerializer.Meta.fields, "creator"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Find the creator by the card."""
        card = attrs.get("participation")
        if "creator" not in attrs and card is None:
            raise serializers.ValidationError({"creator": _("Choose whom you promised it.")})
        return {"creator": card.creator} | attrs if card is not None else attrs
