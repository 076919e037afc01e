"""Channels."""

from typing import Any

from rest_framework import serializers

from relais.creators.api.serializers.fields import CleanCharField, WebAddressField
from relais.creators.models import Channel, Creator
from relais.sources.errors import partial_sentence


class OriginSerializer(serializers.Serializer[Any]):
    """How a number was come by, and when."""

    via = serializers.CharField()
    at = serializers.DateTimeField()


class OriginsSerializer(serializers.Serializer[Any]):
    """The origin of each number; what is not known has none."""

    followers = OriginSerializer(required=False)
    posts_count = OriginSerializer(required=False)
    engagement_rate = OriginSerializer(required=False)
    posts_per_month = OriginSerializer(required=False)


class ChannelSerializer(serializers.ModelSerializer[Channel]):
    """One blog or account, with its newest numbers, how they were come by, and the last failure."""

    partial_reason = serializers.SerializerMethodField()
    origins = OriginsSerializer(read_only=True)

    class Meta:
        model = Channel
        fields = [
            "id", "creator", "platform", "key", "url", "handle", "title", "feed_url", "followers", "followers_low",
            "followers_high", "posts_count", "engagement_rate", "engagement_formula", "posts_per_month",
            "last_published_at", "via", "measured_at", "origins", "state", "checked_at", "error_code", "error_detail",
            "partial_code", "partial_reason", "created_at",
        ]  # fmt: skip
        read_only_fields = fields

    def get_partial_reason(self, channel: Channel) -> str:
        """Say why what is published could not be read although the rest was; empty when all was."""
        return str(partial_sentence(channel.partial_code, channel.platform))


class ChannelAddSerializer(serializers.Serializer[Any]):
    """A channel by its address: platform and handle are recognised from it."""

    creator = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.live())
    url = WebAddressField()


class ChannelChangeSerializer(serializers.Serializer[Any]):
    """What a person may correct; the numbers are typed as a snapshot."""

    title = CleanCharField(max_length=300, allow_blank=True, required=False)
    feed_url = WebAddressField(allow_blank=True, required=False)
