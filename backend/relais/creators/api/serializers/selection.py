"""Bulk actions: on whom, what, and what came of it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.creators.actions.bulk import action_names
from relais.creators.api.serializers.fields import CleanCharField

MAX_IDS = 10_000


class SelectionSerializer(serializers.Serializer[Any]):
    """Some people: by their ids, or by the parameters of the list (`{}` is everybody)."""

    ids = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**62), max_length=MAX_IDS, required=False
    )
    filter = serializers.DictField(child=CleanCharField(max_length=2_000, allow_blank=True), required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for exactly one of the two."""
        if ("ids" in attrs) == ("filter" in attrs):
            raise serializers.ValidationError({"ids": [_("Give either ids or filter.")]})
        return attrs


class BulkSerializer(SelectionSerializer):
    """One action on a selection. Unknown ids: `abort` changes nothing and names them, `skip` counts them."""

    action = serializers.CharField(max_length=40)
    params = serializers.DictField(child=serializers.JSONField(allow_null=True), default=dict)
    on_error = serializers.ChoiceField(choices=[("abort", "abort"), ("skip", "skip")], default="abort")

    def validate_action(self, name: str) -> str:
        """Accept what is registered."""
        if name not in action_names():
            raise serializers.ValidationError(_("Choose one of: %(names)s.") % {"names": ", ".join(action_names())})
        return name


class BulkCallSerializer(serializers.Serializer[Any]):
    """A call that takes (part of) the change back: post it to the same address."""

    action = serializers.CharField()
    ids = serializers.ListField(child=serializers.IntegerField())
    params = serializers.DictField(child=serializers.JSONField(allow_null=True))


class BulkResultSerializer(serializers.Serializer[Any]):
    """How many changed, how many were so already or skipped, and how to undo it."""

    changed = serializers.IntegerField()
    skipped = serializers.IntegerField()
    undo = BulkCallSerializer(many=True, help_text="Empty when the action cannot be taken back.")


class ListChangeSerializer(serializers.Serializer[Any]):
    """What adding to, or removing from, a list came to."""

    changed = serializers.IntegerField()
    skipped = serializers.IntegerField()
