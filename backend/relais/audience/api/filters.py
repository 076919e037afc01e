"""Filters of refresh runs, their items, and posts."""

import django_filters as filters

from relais.audience.models import Post, RefreshItem, RefreshRun
from relais.audience.rules import ItemState, RunState


class RefreshRunFilter(filters.FilterSet):
    """By state."""

    state = filters.ChoiceFilter(choices=[(s.value, s.value) for s in RunState], label="State of the run")

    class Meta:
        model = RefreshRun
        fields: list[str] = []


class RefreshItemFilter(filters.FilterSet):
    """By state."""

    state = filters.ChoiceFilter(choices=[(s.value, s.value) for s in ItemState], label="State of the item")

    class Meta:
        model = RefreshItem
        fields: list[str] = []


class ChannelPostFilter(filters.FilterSet):
    """By date."""

    since = filters.IsoDateTimeFilter(field_name="published_at", lookup_expr="gte", label="Not published before")
    until = filters.IsoDateTimeFilter(field_name="published_at", lookup_expr="lte", label="Not published after")

    class Meta:
        model = Post
        fields: list[str] = []
