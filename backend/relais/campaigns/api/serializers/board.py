"""The board: one answer with everything, its cards as columns."""

from typing import Any

from rest_framework import serializers

from relais.campaigns.api.serializers.fields import amount, lost_reason, one_of
from relais.campaigns.querysets import CARD
from relais.campaigns.rules import CampaignKind, CampaignState, StageKind
from relais.kit.schema import ProblemSerializer


class BoardCardSerializer(serializers.Serializer[Any]):
    """A card: one creator in one campaign. Cards of a column are ordered by `rank`, compared as plain text."""

    id = serializers.IntegerField()
    stage = serializers.IntegerField()
    rank = serializers.CharField(help_text="Place in the column; opaque, compared code unit by code unit.")
    creator = serializers.IntegerField()
    creator_name = serializers.CharField()
    main_platform = serializers.CharField()
    main_handle = serializers.CharField()
    followers = serializers.IntegerField(allow_null=True)
    engagement_rate = serializers.FloatField(allow_null=True)
    last_contacted_at = serializers.DateTimeField(allow_null=True)
    owner = serializers.IntegerField(allow_null=True)
    owner_name = serializers.CharField(allow_null=True)
    next_action = serializers.CharField()
    next_action_on = serializers.DateField(allow_null=True)
    fee_amount = amount(allow_null=True)
    stage_since = serializers.DateTimeField()
    lost_reason = lost_reason(help_text="Empty unless the stage is a lost one and somebody said why.")
    version = serializers.IntegerField()


def _column(name: str) -> serializers.ListField:
    return serializers.ListField(child=BoardCardSerializer().get_fields()[name])


#: Same names as a card, each with the values of all cards: 100 bytes less a card before compression, a third after.
BoardCardsSerializer = type(
    "BoardCardsSerializer",
    (serializers.Serializer,),
    {
        "__doc__": "Cards as columns of equal length: card i is made of the i-th value of each.",
        **{name: _column(name) for name in CARD},
    },
)


class BoardCampaignSerializer(serializers.Serializer[Any]):
    """What the head of the board says."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    kind = one_of(CampaignKind)
    state = one_of(CampaignState)
    brand = serializers.IntegerField()
    brand_name = serializers.CharField()
    budget_amount = amount(allow_null=True)
    is_archived = serializers.BooleanField()


class BoardStageSerializer(serializers.Serializer[Any]):
    """A column with its figures."""

    id = serializers.IntegerField()
    kind = one_of(StageKind)
    label_en = serializers.CharField()
    label_fr = serializers.CharField()
    colour = serializers.CharField(allow_blank=True)
    count = serializers.IntegerField()
    fee_total = amount()


class BoardSerializer(serializers.Serializer[Any]):
    """A board, or with `since` what changed on it."""

    campaign = BoardCampaignSerializer()
    stages = BoardStageSerializer(many=True)
    cards = BoardCardsSerializer()
    removed = serializers.ListField(child=serializers.IntegerField(), help_text="Cards taken out after `since`.")
    marker = serializers.IntegerField(help_text="Send it back as `since` to hear what others changed.")


class MovedSerializer(serializers.Serializer[Any]):
    """The card where it is now, and the move to name when undoing."""

    card = BoardCardSerializer()
    move = serializers.IntegerField()


class CardProblemSerializer(ProblemSerializer):
    """A refused move, with the card as it is."""

    current = BoardCardSerializer(required=False)
