"""Filters of history."""

import django_filters as filters

from relais.activity.models import Activity


class ActivityFilter(filters.FilterSet):
    """By what it is about, and when."""

    verb = filters.CharFilter(label="Verb, e.g. participation.moved")
    creator = filters.NumberFilter(field_name="creator_id", label="Id of the creator")
    campaign = filters.NumberFilter(field_name="campaign_id", label="Id of the campaign")
    subject_type = filters.CharFilter(label="Kind of object")
    subject_id = filters.NumberFilter(label="Id of the object")
    since = filters.IsoDateTimeFilter(field_name="at", lookup_expr="gte", label="Not before")

    class Meta:
        model = Activity
        fields: list[str] = []
