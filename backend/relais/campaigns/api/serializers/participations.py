"""Cards outside the board, their changes, their moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.campaigns.api.serializers.fields import amount, lost_reason, one_of, owner
from relais.campaigns.models import Campaign, Participation, Stage, StageMove
from relais.campaigns.rules import StageKind
from relais.creators.models import Creator


class ParticipationSerializer(serializers.ModelSerializer[Participation]):
    """One creator in one campaign: everything a card says, and its notes."""

    campaign_name = serializers.CharField(source="campaign.name", read_only=True)
    stage_kind = one_of(StageKind, source="stage.kind", read_only=True)
    creator_name = serializers.CharField(source="creator.name", read_only=True)
    main_platform = serializers.CharField(source="creator.main_platform", read_only=True)
    main_handle = serializers.CharField(source="creator.main_handle", read_only=True)
    followers = serializers.IntegerField(source="creator.followers", allow_null=True, read_only=True)
    engagement_rate = serializers.FloatField(source="creator.engagement_rate", allow_null=True, read_only=True)
    last_contacted_at = serializers.DateTimeField(source="creator.last_contacted_at", allow_null=True, read_only=True)
    owner_name = serializers.CharField(source="owner.name", allow_null=True, default=None, read_only=True)

    class Meta:
        model = Participation
        fields = [
            "id",
            "campaign",
            "campaign_name",
            "stage",
            "stage_kind",
            "rank",
            "creator",
            "creator_name",
            "main_platform",
            "main_handle",
            "followers",
            "engagement_rate",
            "last_contacted_at",
            "owner",
            "owner_name",
            "next_action",
            "next_action_on",
            "fee_amount",
            "notes",
            "stage_since",
            "lost_reason",
            "lost_note",
            "version",
            "created_at",
            "updated_at",
        ]
        read_only_fields = fields


class ParticipationChangeSerializer(serializers.ModelSerializer[Participation]):
    """What people set of a card; its stage changes by `move`."""

    owner = owner()
    fee_amount = amount(allow_null=True, required=False)
    lost_reason = lost_reason(required=False)

    class Meta:
        model = Participation
        fields = ["owner", "next_action", "next_action_on", "fee_amount", "notes", "lost_reason", "lost_note"]


class ParticipationCreateSerializer(serializers.ModelSerializer[Participation]):
    """A creator to bring into a campaign."""

    campaign = serializers.PrimaryKeyRelatedField(queryset=Campaign.objects.all())
    creator = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.filter(deleted_at=None))
    stage = serializers.PrimaryKeyRelatedField(
        queryset=Stage.objects.filter(position__isnull=False), required=False, help_text="The first stage unless told."
    )
    owner = owner()
    fee_amount = amount(allow_null=True, required=False)

    class Meta:
        model = Participation
        fields = ["campaign", "creator", "stage", "owner", "next_action", "next_action_on", "fee_amount", "notes"]
        validators: list[Any] = []


class MoveSerializer(serializers.Serializer[Any]):
    """Where a card goes: never the whole order, only the card above."""

    to = serializers.PrimaryKeyRelatedField(
        queryset=Stage.objects.filter(position__isnull=False),
        error_messages={"does_not_exist": _("Choose a stage of the board.")},
    )
    after = serializers.IntegerField(
        required=False, allow_null=True, help_text="Id of the card to go under; null for the top of the column."
    )
    expected_from = serializers.IntegerField(
        required=False, allow_null=True, help_text="Stage you saw the card in; 409 when it is elsewhere by now."
    )
    why = serializers.CharField(max_length=500, allow_blank=True, required=False)
    lost_reason = lost_reason(required=False)
    lost_note = serializers.CharField(max_length=500, allow_blank=True, required=False)


class UndoMoveSerializer(serializers.Serializer[Any]):
    """Which move is meant."""

    move = serializers.IntegerField(
        required=False, help_text="Id of the move; 409 when another came after it. The last one unless told."
    )


class StageMoveSerializer(serializers.ModelSerializer[StageMove]):
    """One line of a card's history; within one column both stages are the same."""

    user_name = serializers.CharField(source="user.name", allow_null=True, default=None, read_only=True)

    class Meta:
        model = StageMove
        fields = ["id", "from_stage", "to_stage", "caused_by", "why", "user", "user_name", "at"]
        read_only_fields = fields
