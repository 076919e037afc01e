"""Fields that several bodies share."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.campaigns.querysets import members
from relais.campaigns.rules import LostReason


def amount(**options: Any) -> serializers.DecimalField:
    """Return a field for money in the workspace's currency: from 0, two digits."""
    return serializers.DecimalField(max_digits=12, decimal_places=2, min_value=0, **options)


def owner() -> serializers.PrimaryKeyRelatedField[Any]:
    """Return a field for a member of the workspace, or nobody."""
    return serializers.PrimaryKeyRelatedField(
        queryset=members(),
        allow_null=True,
        required=False,
        error_messages={"does_not_exist": _("Choose a member of the workspace.")},
    )


def one_of(values: Any, **options: Any) -> serializers.ChoiceField:
    """Return a field for a value of an enumeration."""
    return serializers.ChoiceField(choices=[(item.value, item.value) for item in values], **options)


def lost_reason(**options: Any) -> serializers.ChoiceField:
    """Return a field for why a card is lost; empty when nobody said."""
    return one_of(LostReason, allow_blank=True, **options)
