"""People who may be one, and merges."""

from typing import Any

from rest_framework import serializers

from relais.creators.api.serializers.creator import CreatorSerializer
from relais.creators.models import Creator, DistinctPair, Merge
from relais.creators.models.creator import choices
from relais.creators.rules import LookalikeReason


class DuplicateCreatorSerializer(serializers.ModelSerializer[Creator]):
    """Enough of a person to tell whether two are one."""

    class Meta:
        model = Creator
        fields = [
            "id", "name", "kind", "main_platform", "main_handle", "followers", "city", "country", "avatar_url",
            "channel_count", "has_email", "last_contacted_at", "created_at",
        ]  # fmt: skip
        read_only_fields = fields


class DuplicatePairSerializer(serializers.Serializer[Any]):
    """Two people, the older row first, and why they may be one."""

    first = DuplicateCreatorSerializer()
    second = DuplicateCreatorSerializer()
    reasons = serializers.ListField(child=serializers.ChoiceField(choices=choices(LookalikeReason)))


class DuplicatePageSerializer(serializers.Serializer[Any]):
    """A page of pairs."""

    results = DuplicatePairSerializer(many=True)
    next = serializers.CharField(allow_null=True, help_text="Cursor of the next page; null at the end.")


class MergeWriteSerializer(serializers.Serializer[Any]):
    """Who stays, and who becomes part of that one."""

    kept = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.live())
    gone = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.live())


class MergeSerializer(serializers.ModelSerializer[Merge]):
    """A merge: undo it by its id."""

    kept = CreatorSerializer(read_only=True)
    gone = DuplicateCreatorSerializer(read_only=True)

    class Meta:
        model = Merge
        fields = ["id", "kept", "gone", "made_at", "undone_at"]
        read_only_fields = fields


class DistinctWriteSerializer(serializers.Serializer[Any]):
    """Two who are not the same person."""

    first = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.live())
    second = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.live())


class DistinctSerializer(serializers.ModelSerializer[DistinctPair]):
    """Two who are not the same person; `first` has the lower id."""

    class Meta:
        model = DistinctPair
        fields = ["first", "second", "made_at"]
        read_only_fields = fields
