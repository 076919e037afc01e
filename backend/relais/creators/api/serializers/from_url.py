"""Adding a person by pasting an address."""

from typing import Any

from rest_framework import serializers

from relais.creators.api.serializers.creator import CreatorAddSerializer
from relais.creators.api.serializers.fields import CleanCharField, WebAddressField
from relais.creators.models import Creator
from relais.creators.models.creator import choices
from relais.creators.rules import CreatorKind, LookalikeReason
from relais.sources.rules import Platform

REASONS = choices(LookalikeReason)


class FromUrlSerializer(CreatorAddSerializer):
    """An address; with `confirm`, the person is made with the values given, and the page's for those that are not."""

    url = WebAddressField()
    confirm = serializers.BooleanField(default=False)
    name = CleanCharField(max_length=200, required=False)
    avatar_url = WebAddressField(allow_blank=True, required=False)


class CreatorBriefSerializer(serializers.Serializer[Any]):
    """Just who."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    is_deleted = serializers.SerializerMethodField()

    def get_is_deleted(self, creator: Creator) -> bool:
        """Say whether the person was deleted and can be restored."""
        return creator.deleted_at is not None


class DuplicateSerializer(serializers.Serializer[Any]):
    """Somebody who may be the same person, and why."""

    creator = CreatorBriefSerializer()
    reasons = serializers.ListField(child=serializers.ChoiceField(choices=REASONS))


class DraftChannelSerializer(serializers.Serializer[Any]):
    """A channel found; `taken_by` when somebody of the workspace has it already."""

    platform = serializers.ChoiceField(choices=choices(Platform))
    url = serializers.CharField()
    handle = serializers.CharField()
    title = serializers.CharField()
    followers = serializers.IntegerField(allow_null=True)
    feed_url = serializers.CharField()
    taken_by = CreatorBriefSerializer(allow_null=True)


class CreatorDraftWarningSerializer(serializers.Serializer[Any]):
    """What could not be read, and why."""

    code = serializers.CharField()
    detail = serializers.CharField()


class CreatorDraftSerializer(serializers.Serializer[Any]):
    """What the address told. Nothing is stored yet."""

    url = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=choices(CreatorKind))
    biography = serializers.CharField()
    language = serializers.CharField()
    country = serializers.CharField()
    emails = serializers.ListField(child=serializers.CharField())
    avatar_url = serializers.CharField()
    feed_url = serializers.CharField()
    channels = DraftChannelSerializer(many=True)
    duplicates = DuplicateSerializer(many=True)
    warning = CreatorDraftWarningSerializer(allow_null=True)
