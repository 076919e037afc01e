"""Filters of history."""

import django_filters as filters

from relais.activity.models import Activity
from relais.kit.filters import IdFilter


class ActivityFilter(filters.FilterSet):
    """By what it is about, and when."""

    verb = filters.CharFilter(max_length=64, label="Verb, e.g. participation.moved")
    creator = IdFilter(field_name="creator_id", label="Id of the creator")
    campaign = IdFilter(field_name="campaign_id", label="Id of the campaign")
    subject_type = filters.CharFilter(max_length=32, label="Kind of object")
    subject_id = IdFilter(label="Id of the object")
    since = filters.IsoDateTimeFilter(field_name="at", lookup_expr="gte", label="Not before")

    class Meta:
        model = Activity
        fields: list[str] = []
