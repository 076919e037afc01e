"""History as JSON."""

from typing import Any

from rest_framework import serializers

from relais.activity.models import Activity


class ActivityActorSerializer(serializers.Serializer[Any]):
    """Who did it: a person, or the API key of one; both null means Relais itself."""

    user_id = serializers.IntegerField(allow_null=True)
    api_key_id = serializers.IntegerField(allow_null=True)
    name = serializers.CharField(source="user.name", allow_null=True, default=None)


class ActivitySerializer(serializers.ModelSerializer[Activity]):
    """One line."""

    by = ActivityActorSerializer(source="*", read_only=True)

    class Meta:
        model = Activity
        fields = ["id", "verb", "subject_type", "subject_id", "creator", "campaign", "by", "data", "at"]
        read_only_fields = fields
