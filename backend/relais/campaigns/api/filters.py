"""Filters of campaigns, cards, tasks and promises."""

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import QuerySet

from relais.campaigns.models import Campaign, Participation, Promise, Task
from relais.campaigns.rules import CampaignKind, CampaignState, LostReason, StageKind
from relais.kit.filters import FlagFilter, IdFilter
from relais.kit.text import fold


def _one_of(values: Any, **options: Any) -> filters.ChoiceFilter:
    return filters.ChoiceFilter(choices=[(item.value, item.value) for item in values], **options)


class OwnerFilter(filters.CharFilter):
    """`me`, `none`, or the id of a member."""

    field_class = forms.RegexField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="Id of a member, `me`, or `none`", regex=r"^([1-9][0-9]{0,17}|me|none)$", **kwargs)

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Narrow to the rows of that owner."""
        if not value:
            return qs
        if value == "me":
            return qs.filter(owner_id=self.parent.request.user.pk)
        return qs.filter(owner_id=None if value == "none" else int(value))


class CampaignFilter(filters.FilterSet):
    """By brand, kind, state and who looks after it; archived ones only on request."""

    q = filters.CharFilter(method="by_text", max_length=200, label="Part of the name; accents and case do not count")
    brand = IdFilter(field_name="brand_id", label="Id of the brand")
    kind = _one_of(CampaignKind, label="Kind")
    state = _one_of(CampaignState, label="State")
    owner = OwnerFilter()
    archived = FlagFilter(method="by_archived", label="Archived ones instead of the others")

    class Meta:
        model = Campaign
        fields: list[str] = []

    def by_text(self, rows: QuerySet[Campaign], name: str, value: str) -> QuerySet[Campaign]:
        """Search the name."""
        return rows.filter(folded__contains=fold(value))

    def by_archived(self, rows: QuerySet[Campaign], name: str, value: bool) -> QuerySet[Campaign]:  # noqa: FBT001 - django-filter's signature
        """Keep what was put away, or what was not."""
        return rows.filter(archived_at__isnull=not value)


class ParticipationFilter(filters.FilterSet):
    """By where the card stands, whose it is, and when something is due."""

    q = filters.CharFilter(
        method="by_text", max_length=200, label="Part of the creator's name, handle, blog, tags or notes"
    )
    campaign = IdFilter(field_name="campaign_id", label="Id of the campaign")
    creator = IdFilter(field_name="creator_id", label="Id of the creator")
    stage = IdFilter(field_name="stage_id", label="Id of the stage")
    kind = _one_of(StageKind, field_name="stage__kind", label="Kind of stage")
    owner = OwnerFilter()
    next_action_before = filters.DateFilter(
        field_name="next_action_on", lookup_expr="lte", label="Due on this day or earlier"
    )
    lost_reason = _one_of(LostReason, label="Why it was lost")

    class Meta:
        model = Participation
        fields: list[str] = []

    def by_text(self, rows: QuerySet[Participation], name: str, value: str) -> QuerySet[Participation]:
        """Search what the creators list searches."""
        return rows.filter(creator__search__contains=fold(value))


class _DueFilter(filters.FilterSet):
    """By whose it is, what it is about, and when it is due."""

    owner = OwnerFilter()
    due_before = filters.DateFilter(field_name="due_on", lookup_expr="lte", label="Due on this day or earlier")
    due_after = filters.DateFilter(field_name="due_on", lookup_expr="gte", label="Due on this day or later")
    creator = IdFilter(field_name="creator_id", label="Id of the creator")
    campaign = IdFilter(field_name="campaign_id", label="Id of the campaign")
    participation = IdFilter(field_name="participation_id", label="Id of the card")


class TaskFilter(_DueFilter):
    """The same, and whether it is done."""

    open = FlagFilter(field_name="done_at", lookup_expr="isnull", label="Not done yet")

    class Meta:
        model = Task
        fields: list[str] = []


class PromiseFilter(_DueFilter):
    """The same, and whether it was kept."""

    open = FlagFilter(field_name="kept_at", lookup_expr="isnull", label="Not kept yet")

    class Meta:
        model = Promise
        fields: list[str] = []
