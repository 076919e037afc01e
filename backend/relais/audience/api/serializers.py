"""Statistics, posts and refresh runs as JSON."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.audience.models import ChannelSnapshot, Post, RefreshItem, RefreshRun
from relais.audience.series import EARLIEST, POINT
from relais.kit import clock
from relais.sources.errors import sentence

COUNT_MAX = 10**12


class GrowthSerializer(serializers.Serializer[Any]):
    """How the followers changed over a span; left out where a snapshot is missing."""

    days = serializers.IntegerField(help_text="Length of the span: 7, 30 or 90.")
    since = serializers.DateField()
    until = serializers.DateField()
    change = serializers.IntegerField()
    rate = serializers.FloatField(help_text="Fraction of the followers at the start.")


class SnapshotSerializer(serializers.ModelSerializer[ChannelSnapshot]):
    """One channel on one day; null is unknown."""

    class Meta:
        model = ChannelSnapshot
        fields = list(POINT)
        read_only_fields = fields


class SnapshotsSerializer(serializers.Serializer[Any]):
    """The history of one channel, oldest first."""

    channel = serializers.IntegerField()
    points = SnapshotSerializer(many=True)
    growth = GrowthSerializer(many=True)


class SnapshotWriteSerializer(serializers.Serializer[Any]):
    """Numbers typed by hand for one day; what is left out stays as it is."""

    taken_on = serializers.DateField()
    followers = serializers.IntegerField(min_value=0, max_value=COUNT_MAX, required=False)
    following = serializers.IntegerField(min_value=0, max_value=COUNT_MAX, required=False)
    posts_count = serializers.IntegerField(min_value=0, max_value=COUNT_MAX, required=False)
    views_total = serializers.IntegerField(min_value=0, max_value=COUNT_MAX, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Want at least one number, of a day that has begun somewhere."""
        if len(attrs) == 1:
            raise serializers.ValidationError(_("Give at least one number."))
        return attrs

    def validate_taken_on(self, day: Any) -> Any:
        """Refuse the future, and a year typed wrong."""
        if day > clock.today("Pacific/Kiritimati"):
            raise serializers.ValidationError(_("This day has not come yet."))
        if day < EARLIEST:
            raise serializers.ValidationError(_("This day is before 1995. Check the year."))
        return day


class ChannelPostSerializer(serializers.ModelSerializer[Post]):
    """One publication found on a channel; null is unknown."""

    class Meta:
        model = Post
        fields = [
            "id",
            "url",
            "title",
            "summary",
            "author",
            "language",
            "image_url",
            "tags",
            "published_at",
            "likes",
            "comments",
            "views",
            "shares",
            "first_seen_at",
        ]
        read_only_fields = fields


class AudienceChannelSerializer(serializers.Serializer[Any]):
    """One line of the chart: values by week, null where nothing was measured."""

    id = serializers.IntegerField()
    platform = serializers.CharField()
    handle = serializers.CharField()
    title = serializers.CharField()
    url = serializers.CharField()
    followers = serializers.ListField(child=serializers.IntegerField(allow_null=True))
    engagement_rate = serializers.ListField(child=serializers.FloatField(allow_null=True))
    growth = GrowthSerializer(many=True)


class CreatorAudienceSerializer(serializers.Serializer[Any]):
    """All channels of a creator on one time axis."""

    creator = serializers.IntegerField()
    weeks = serializers.ListField(child=serializers.DateField(), help_text="Mondays; the axis of every series.")
    channels = AudienceChannelSerializer(many=True)
    reach = serializers.ListField(
        child=serializers.IntegerField(allow_null=True),
        help_text="Potential reach: followers of all channels summed; null where one of them was not measured.",
    )


class RefreshWriteSerializer(serializers.Serializer[Any]):
    """What to refresh: channels, the channels of creators, of a filter, or all. Exactly one of them."""

    ids = serializers.ListField(child=serializers.IntegerField(min_value=1), max_length=10_000, required=False)
    creator_ids = serializers.ListField(child=serializers.IntegerField(min_value=1), max_length=10_000, required=False)
    filter = serializers.DictField(
        child=serializers.CharField(allow_blank=True), required=False, help_text="Filters of the creators list."
    )
    all = serializers.BooleanField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Want exactly one selection."""
        if len([name for name, value in attrs.items() if value not in (False, None)]) != 1:
            raise serializers.ValidationError(_("Give exactly one of: ids, creator_ids, filter, all."))
        return attrs


class RefreshRunSerializer(serializers.ModelSerializer[RefreshRun]):
    """A refresh somebody asked for, and how far it is."""

    remaining = serializers.IntegerField()

    class Meta:
        model = RefreshRun
        fields = ["id", "state", "total", "done", "failed", "remaining", "made_by", "created_at", "finished_at"]
        read_only_fields = fields


class RefreshItemChannelSerializer(serializers.Serializer[Any]):
    """The channel of an item, enough to name and open it."""

    id = serializers.IntegerField()
    platform = serializers.CharField()
    handle = serializers.CharField()
    url = serializers.CharField()
    creator_id = serializers.IntegerField()
    creator_name = serializers.CharField(source="creator.name")


class RefreshItemSerializer(serializers.ModelSerializer[RefreshItem]):
    """One channel of a run; `error` says in words why it failed."""

    channel = RefreshItemChannelSerializer()
    error = serializers.SerializerMethodField()

    class Meta:
        model = RefreshItem
        fields = ["id", "channel", "state", "error_code", "error", "error_detail", "finished_at"]
        read_only_fields = fields

    def get_error(self, item: RefreshItem) -> str:
        """Translate the code."""
        return str(sentence(item.error_code))
