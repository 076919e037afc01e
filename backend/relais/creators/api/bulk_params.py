"""Parameters of the bulk actions, and their registration."""

from typing import Any

from rest_framework import serializers

from relais.creators.actions import bulk_actions
from relais.creators.actions.bulk import BulkAction, register
from relais.creators.api.serializers.fields import CleanCharField, MemberField
from relais.creators.models import CreatorList
from relais.creators.models.creator import choices
from relais.creators.rules import RelationshipStatus


class TagsParams(serializers.Serializer[Any]):
    """Tags by their names."""

    tags = serializers.ListField(child=CleanCharField(max_length=60), min_length=1, max_length=20)


class OwnerParams(serializers.Serializer[Any]):
    """A member, or null for nobody."""

    owner = MemberField(allow_null=True)


class StatusParams(serializers.Serializer[Any]):
    """A status of the relation."""

    status = serializers.ChoiceField(choices=choices(RelationshipStatus))
    by_hand = serializers.BooleanField(default=True)


class ListParams(serializers.Serializer[Any]):
    """A list."""

    list = serializers.PrimaryKeyRelatedField(queryset=CreatorList.objects.all())


def register_all() -> None:
    """Offer this app's actions."""
    register(BulkAction("add_tags", bulk_actions.add_tags, TagsParams))
    register(BulkAction("remove_tags", bulk_actions.remove_tags, TagsParams))
    register(BulkAction("set_owner", bulk_actions.set_owner, OwnerParams))
    register(BulkAction("set_status", bulk_actions.set_status, StatusParams))
    register(BulkAction("add_to_list", bulk_actions.add_to_list, ListParams))
    register(BulkAction("remove_from_list", bulk_actions.remove_from_list, ListParams))
    register(BulkAction("delete", bulk_actions.delete, verb="delete"))
    register(BulkAction("restore", bulk_actions.restore, verb="delete", among_deleted=True))
