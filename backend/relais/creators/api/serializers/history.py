"""Notes and the timeline."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.activity.api.serializers import ActivitySerializer
from relais.activity.models import Activity
from relais.creators.api.serializers.creator import PersonBriefSerializer
from relais.creators.api.serializers.fields import CleanCharField
from relais.creators.models import Note
from relais.creators.models.creator import choices
from relais.creators.rules import NoteKind
from relais.kit import clock


class NoteSerializer(serializers.ModelSerializer[Note]):
    """Something written down by hand."""

    author = PersonBriefSerializer(allow_null=True, read_only=True)

    class Meta:
        model = Note
        fields = ["id", "creator", "kind", "text", "happened_at", "author", "created_at", "edited_at"]
        read_only_fields = fields


class NoteWriteSerializer(serializers.Serializer[Any]):
    """A note as typed; it happened now unless told otherwise."""

    kind = serializers.ChoiceField(choices=choices(NoteKind), required=False)
    text = CleanCharField(max_length=50_000)
    happened_at = serializers.DateTimeField(required=False)

    def validate_happened_at(self, moment: Any) -> Any:
        """Refuse what has not happened yet."""
        if moment > clock.now():
            raise serializers.ValidationError(_("This is in the future: note what has happened."))
        return moment


class TimelineNoteSerializer(serializers.Serializer[Any]):
    """The note a line speaks of, as it reads now."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=choices(NoteKind))
    text = serializers.CharField()
    happened_at = serializers.DateTimeField()
    author_id = serializers.IntegerField(allow_null=True)
    edited_at = serializers.DateTimeField(allow_null=True)


class TimelineLineSerializer(ActivitySerializer):
    """One line of a person's history; `note` when it speaks of a note that still exists."""

    note = TimelineNoteSerializer(read_only=True, allow_null=True)

    class Meta(ActivitySerializer.Meta):
        model = Activity
        fields = [*ActivitySerializer.Meta.fields, "note"]
        read_only_fields = fields
