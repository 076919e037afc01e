"""What people are sorted by: tags, lists, saved views."""

from typing import Any

from rest_framework import serializers

from relais.creators.api.serializers.creator import PersonBriefSerializer
from relais.creators.api.serializers.fields import CleanCharField
from relais.creators.models import CreatorList, SavedView, Tag
from relais.kit.serializers import WholeSerializer

COLOUR = r"^(#[0-9a-fA-F]{6}|[a-z]{1,16})?$"
MAX_IDS = 10_000
MAX_COLUMNS = 60


class TagSerializer(serializers.ModelSerializer[Tag]):
    """A tag and how many people carry it."""

    creator_count = serializers.IntegerField(read_only=True, default=0)

    class Meta:
        model = Tag
        fields = ["id", "name", "colour", "creator_count"]
        read_only_fields = fields


class TagWriteSerializer(serializers.Serializer[Any]):
    """A tag as typed."""

    name = CleanCharField(max_length=60)
    colour = serializers.RegexField(COLOUR, required=False, allow_blank=True)


class CreatorListSerializer(serializers.ModelSerializer[CreatorList]):
    """A list and how many people are on it."""

    creator_count = serializers.IntegerField(read_only=True, default=0)

    class Meta:
        model = CreatorList
        fields = ["id", "name", "creator_count", "created_at"]
        read_only_fields = fields


class CreatorListWriteSerializer(serializers.Serializer[Any]):
    """A list as typed."""

    name = CleanCharField(max_length=120)


class ViewColumnSerializer(WholeSerializer):
    """A shown column and its width in pixels (null: as wide as it likes)."""

    name = serializers.CharField(max_length=60)
    width = serializers.IntegerField(min_value=20, max_value=2_000, allow_null=True, default=None)


class SavedViewSerializer(serializers.ModelSerializer[SavedView]):
    """Filters, order and columns under a name."""

    query = serializers.DictField(child=serializers.CharField(), read_only=True)
    columns = ViewColumnSerializer(many=True, read_only=True)
    owner = PersonBriefSerializer(read_only=True)

    class Meta:
        model = SavedView
        fields = ["id", "name", "screen", "query", "columns", "is_shared", "owner", "created_at", "updated_at"]
        read_only_fields = fields


class SavedViewWriteSerializer(serializers.Serializer[Any]):
    """A view as saved."""

    name = CleanCharField(max_length=120)
    screen = serializers.RegexField(r"^[a-z_-]{1,20}$", required=False)
    query = serializers.DictField(
        child=CleanCharField(max_length=2_000, allow_blank=True), required=False, help_text="Parameters of the list."
    )
    columns = serializers.ListField(child=ViewColumnSerializer(), max_length=MAX_COLUMNS, required=False)
    is_shared = serializers.BooleanField(required=False)
