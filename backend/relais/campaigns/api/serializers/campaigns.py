"""Campaigns as JSON."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.campaigns.api.serializers.fields import amount, owner
from relais.campaigns.models import Campaign, Stage
from relais.campaigns.querysets import Tally, tallies
from relais.campaigns.rules import StageKind

SELECTION_MAX = 10_000

CardsByKindSerializer = type(
    "CardsByKindSerializer",
    (serializers.Serializer,),
    {
        "__doc__": "Number of cards in stages of each kind.",
        **{kind.value: serializers.IntegerField(read_only=True) for kind in StageKind},
    },
)


class CampaignRowSerializer(serializers.ModelSerializer[Campaign]):
    """A campaign in a list."""

    brand_name = serializers.CharField(source="brand.name", read_only=True)
    owner_name = serializers.CharField(source="owner.name", allow_null=True, default=None, read_only=True)
    is_archived = serializers.SerializerMethodField()
    card_count = serializers.SerializerMethodField()
    cards_by_kind = serializers.SerializerMethodField()
    agreed_amount = serializers.SerializerMethodField()

    class Meta:
        model = Campaign
        fields = [
            "id",
            "brand",
            "brand_name",
            "name",
            "kind",
            "state",
            "goal",
            "starts_on",
            "ends_on",
            "budget_amount",
            "agreed_amount",
            "hashtags",
            "owner",
            "owner_name",
            "card_count",
            "cards_by_kind",
            "is_archived",
            "archived_at",
            "version",
            "created_at",
            "updated_at",
        ]
        read_only_fields = fields

    def to_representation(self, instance: Campaign) -> dict[str, Any]:
        """Return the campaign with its tally: that of the list it is in, or its own."""
        known = self.context.get("tallies")
        self._tally: Tally = (tallies([instance.pk]) if known is None else known)[instance.pk]
        return super().to_representation(instance)

    def get_is_archived(self, campaign: Campaign) -> bool:
        """Say whether it was put away."""
        return campaign.archived_at is not None

    def get_card_count(self, campaign: Campaign) -> int:
        """Return the number of creators in it."""
        return self._tally.cards

    def get_cards_by_kind(self, campaign: Campaign) -> CardsByKindSerializer:  # type: ignore[valid-type]
        """Return the number of cards by kind of stage, zeros included."""
        return self._tally.by_kind

    def get_agreed_amount(self, campaign: Campaign) -> str:
        """Return the sum of the fees agreed, in the workspace's currency."""
        return f"{self._tally.agreed:.2f}"


class CampaignSerializer(CampaignRowSerializer):
    """A campaign, brief included."""

    class Meta(CampaignRowSerializer.Meta):
        fields = [*CampaignRowSerializer.Meta.fields, "brief"]
        read_only_fields = fields


class CampaignWriteSerializer(serializers.ModelSerializer[Campaign]):
    """What people set of a campaign."""

    owner = owner()
    budget_amount = amount(allow_null=True, required=False)
    hashtags = serializers.ListField(child=serializers.CharField(max_length=80), max_length=50, required=False)

    class Meta:
        model = Campaign
        fields = [
            "brand",
            "name",
            "kind",
            "state",
            "goal",
            "brief",
            "starts_on",
            "ends_on",
            "budget_amount",
            "hashtags",
            "owner",
        ]

    def validate_hashtags(self, tags: list[str]) -> list[str]:
        """Return them without `#`, once each."""
        return list(dict.fromkeys(tag.lstrip("#").strip() for tag in tags if tag.strip("# ")))

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Compare the two days, one of which may be stored already."""
        starts = attrs.get("starts_on", getattr(self.instance, "starts_on", None))
        ends = attrs.get("ends_on", getattr(self.instance, "ends_on", None))
        if starts and ends and ends < starts:
            raise serializers.ValidationError({"ends_on": _("The end comes before the start.")})
        return attrs


class AddCreatorsSerializer(serializers.Serializer[Any]):
    """Which creators to bring in: by id, or all that a filter of the creators list finds."""

    ids = serializers.ListField(
        child=serializers.IntegerField(min_value=1), required=False, allow_empty=False, max_length=SELECTION_MAX
    )
    filter = serializers.DictField(
        child=serializers.CharField(allow_blank=True),
        required=False,
        help_text='Query parameters of the creators list, e.g. {"platform": "blog", "country": "FR"}; {} is everybody.',
    )
    stage = serializers.PrimaryKeyRelatedField(
        queryset=Stage.objects.filter(position__isnull=False), required=False, help_text="The first stage unless told."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Want one way of selecting."""
        if ("ids" in attrs) == ("filter" in attrs):
            raise serializers.ValidationError({"ids": _("Give either ids or a filter.")})
        return attrs


class AddedSerializer(serializers.Serializer[Any]):
    """What became of the selection."""

    added = serializers.IntegerField()
    skipped = serializers.IntegerField(help_text="They were in the campaign already.")
    ids = serializers.ListField(child=serializers.IntegerField(), help_text="Ids of the new cards.")
