"""Columns of the board as JSON."""

from typing import Any

from rest_framework import serializers

from relais.campaigns.models import Stage


class StageSerializer(serializers.ModelSerializer[Stage]):
    """One column."""

    class Meta:
        model = Stage
        fields = ["id", "kind", "label_en", "label_fr", "colour", "position"]
        read_only_fields = fields


class StageCreateSerializer(serializers.ModelSerializer[Stage]):
    """Another column of a known kind."""

    class Meta:
        model = Stage
        fields = ["kind", "label_en", "label_fr", "colour"]


class StageChangeSerializer(serializers.ModelSerializer[Stage]):
    """What may change of a column; its kind may not, since rules depend on it."""

    class Meta:
        model = Stage
        fields = ["label_en", "label_fr", "colour"]


class StageOrderSerializer(serializers.Serializer[Any]):
    """All columns in their new order."""

    ids = serializers.ListField(child=serializers.IntegerField(), min_length=1, max_length=100)
