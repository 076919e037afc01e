"""One row of the creators list. Declared for the schema; the rows themselves come straight from the database."""

from typing import Any

from rest_framework import serializers

from relais.creators.api.serializers.creator import PersonBriefSerializer
from relais.creators.models.creator import choices
from relais.creators.rules import ChannelState, CreatorKind, RelationshipStatus, Tier
from relais.sources.rules import Platform


class RowTagSerializer(serializers.Serializer[Any]):
    """A tag on a row."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    colour = serializers.CharField()


class CreatorRowSerializer(serializers.Serializer[Any]):
    """What the list shows of a person. `measured_at` and `main_state` speak of the largest channel."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=choices(CreatorKind))
    main_platform = serializers.ChoiceField(choices=choices(Platform), allow_blank=True)
    main_handle = serializers.CharField()
    platforms = serializers.ListField(child=serializers.ChoiceField(choices=choices(Platform)))
    followers = serializers.IntegerField(allow_null=True)
    reach = serializers.IntegerField(allow_null=True)
    engagement_rate = serializers.FloatField(allow_null=True)
    tier = serializers.ChoiceField(choices=choices(Tier), allow_blank=True)
    measured_at = serializers.DateTimeField(allow_null=True)
    main_state = serializers.ChoiceField(choices=choices(ChannelState), allow_blank=True)
    country = serializers.CharField()
    language = serializers.CharField()
    city = serializers.CharField()
    tags = RowTagSerializer(many=True)
    owner = PersonBriefSerializer(allow_null=True)
    relationship_status = serializers.ChoiceField(choices=choices(RelationshipStatus))
    last_contacted_at = serializers.DateTimeField(allow_null=True)
    last_published_at = serializers.DateTimeField(allow_null=True)
    channel_count = serializers.IntegerField()
    has_email = serializers.BooleanField()
    avatar_url = serializers.CharField()
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()
