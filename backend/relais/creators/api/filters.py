"""Filters of the creators list: the one place that says what a person can be searched by."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import django_filters as filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters.fields import BaseCSVField
from django_filters.widgets import BaseCSVWidget
from drf_spectacular.utils import extend_schema_field

from relais.creators.codes import countries, languages
from relais.creators.models import Channel, Creator
from relais.creators.models.creator import choices
from relais.creators.querysets import CreatorQuerySet
from relais.creators.rules import NOBODY, ChannelState, CreatorKind, Facet, RelationshipStatus, Tier
from relais.kit.filters import MAX_ID, FlagFilter, NamedFilterSet
from relais.sources.rules import Platform

MAX_COUNT = 10**15
MAX_VALUES = 200
MAX_IDS = 10_000
MAX_QUERY = 200
ME = "me"
#: What people are sorted by → column.
ORDERINGS = {
    "name": "folded_name",
    "followers": "followers",
    "engagement": "engagement_rate",
    "last_contact": "last_contacted_at",
    "last_published": "last_published_at",
    "created": "id",
}


class _ListWidget(BaseCSVWidget):
    """Reads `a,b` and `a&…=b` alike: generated clients write either."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        joined = QueryDict(mutable=True)
        given = data.getlist(name) if hasattr(data, "getlist") else [data[name]] if name in data else []
        if given:
            joined[name] = ",".join(given)
        return super().value_from_datadict(joined, files, name)


class _ListField(BaseCSVField):
    widget = _ListWidget
    most = MAX_VALUES

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned is not None and len(cleaned) > self.most:
            raise forms.ValidationError(_("Give at most %(most)d values.") % {"most": self.most})
        return cleaned


class IntegerFilter(filters.Filter):
    """A whole number from 0."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=MAX_COUNT, **kwargs)


class RateFilter(filters.Filter):
    """A rate: 0.035 is 3.5 %."""

    field_class = forms.FloatField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=100, **kwargs)


class ChoicesFilter(filters.BaseInFilter, filters.ChoiceFilter):
    """Some of a closed list of values."""

    base_field_class = _ListField


class IdsFilter(filters.BaseInFilter, filters.NumberFilter):
    """Some ids."""

    base_field_class = _ListField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=1, max_value=MAX_ID, decimal_places=0, **kwargs)


class _ManyField(_ListField):
    most = MAX_IDS


class ManyIdsFilter(IdsFilter):
    """Up to ten thousand ids."""

    base_field_class = _ManyField


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class OwnersFilter(filters.BaseInFilter, filters.Filter):
    """Some members, oneself, or nobody."""

    base_field_class = _ListField
    field_class = forms.RegexField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, regex=rf"^([1-9][0-9]{{0,17}}|{ME}|{NOBODY})$", **kwargs)


def _any_of(facet: Facet) -> Callable[[CreatorQuerySet, str, list[Any]], CreatorQuerySet]:
    def narrow(rows: CreatorQuerySet, _name: str, values: list[Any]) -> CreatorQuerySet:
        return rows.with_any(facet, values) if values else rows

    return narrow


def _ids_of(facet: Facet, *, every: bool = False) -> Callable[[CreatorQuerySet, str, list[Any]], CreatorQuerySet]:
    def narrow(rows: CreatorQuerySet, _name: str, values: list[Any]) -> CreatorQuerySet:
        ids = [int(value) for value in values or () if value is not None]  # `1,2,` ends in none
        if not ids:
            return rows
        return rows.with_all(facet, ids) if every else rows.with_any(facet, ids)

    return narrow


def _pairs(codes: Callable[[], frozenset[str]]) -> Callable[[], list[tuple[str, str]]]:
    return lambda: [(code, code) for code in sorted(codes())]


class CreatorFilter(NamedFilterSet):
    """All conditions hold at once; several values of one parameter are alternatives, except `tags_all`.

    Facets are kept with each person as tokens (`platform:instagram`, `country:FR`, `tag:12`, `owner:none`)
    in one indexed array, so that any number of them costs one look-up.
    """

    q = filters.CharFilter(
        method="search", max_length=MAX_QUERY,
        label="Words, all of which are found in name, handles, blog names, domains, e-mails, tags, city or notes",
    )  # fmt: skip
    ids = ManyIdsFilter(field_name="id", lookup_expr="in", label="Ids of creators")
    kind = ChoicesFilter(choices=choices(CreatorKind), method=_any_of(Facet.KIND), label="Kinds of creator")
    platform = ChoicesFilter(
        choices=choices(Platform), method=_any_of(Facet.PLATFORM), label="Has a channel on one of these platforms"
    )
    followers_min = IntegerFilter(
        field_name="followers", lookup_expr="gte", label="Followers of the largest channel, at least"
    )
    followers_max = IntegerFilter(
        field_name="followers", lookup_expr="lte", label="Followers of the largest channel, at most"
    )
    engagement_min = RateFilter(
        field_name="engagement_rate", lookup_expr="gte", label="Engagement rate at least; 0.035 is 3.5 %"
    )
    engagement_max = RateFilter(field_name="engagement_rate", lookup_expr="lte", label="Engagement rate at most")
    tier = ChoicesFilter(choices=choices(Tier), method=_any_of(Facet.TIER), label="Sizes of audience")
    country = ChoicesFilter(
        choices=_pairs(countries), method=_any_of(Facet.COUNTRY), label="Countries, ISO 3166-1 alpha-2"
    )
    language = ChoicesFilter(choices=_pairs(languages), method=_any_of(Facet.LANGUAGE), label="Languages, ISO 639-1")
    tags_any = IdsFilter(method=_ids_of(Facet.TAG), label="Ids of tags, one of which is carried")
    tags_all = IdsFilter(method=_ids_of(Facet.TAG, every=True), label="Ids of tags, all of which are carried")
    list = IdsFilter(method=_ids_of(Facet.LIST), label="Ids of lists the creator is on")
    owner = OwnersFilter(method="owned_by", label="Ids of members, `me`, or `none`")
    status = ChoicesFilter(
        choices=choices(RelationshipStatus), method=_any_of(Facet.STATUS), label="Statuses of the relation"
    )
    contacted_before = filters.DateFilter(
        method="before",
        field_name="last_contacted_at",
        label="Last contacted before that day; whoever never was is left out",
    )
    contacted_after = filters.DateFilter(
        method="since", field_name="last_contacted_at", label="Last contacted on that day or later"
    )
    published_after = filters.DateFilter(
        method="since", field_name="last_published_at", label="Last published on that day or later"
    )
    has_email = FlagFilter(label="Has an e-mail address")

    class Meta:
        model = Creator
        fields: list[str] = []

    def search(self, rows: CreatorQuerySet, _name: str, text: str) -> CreatorQuerySet:
        """Narrow to who matches every word."""
        return rows.matching(text)

    def owned_by(self, rows: CreatorQuerySet, _name: str, owners: Sequence[str]) -> CreatorQuerySet:
        """Narrow to some owners."""
        return rows.with_any(Facet.OWNER, [self.request.user.pk if owner == ME else owner for owner in owners or ()])

    def since(self, rows: CreatorQuerySet, name: str, day: date) -> CreatorQuerySet:
        """Narrow to that day or later, as the workspace's calendar has it."""
        return rows.filter(**{f"{name}__gte": self._midnight(day)})

    def before(self, rows: CreatorQuerySet, name: str, day: date) -> CreatorQuerySet:
        """Narrow to before that day; never is not before."""
        return rows.filter(**{f"{name}__lt": self._midnight(day)})

    def _midnight(self, day: date) -> datetime:
        zone = self.request.parser_context["view"].access.workspace.time_zone
        return datetime.combine(day, time.min, ZoneInfo(zone))


class ChannelFilter(filters.FilterSet):
    """Channels by whose, where, and how they fare."""

    creator = IdsFilter(field_name="creator_id", lookup_expr="in", label="Ids of creators")
    platform = ChoicesFilter(choices=choices(Platform), field_name="platform", lookup_expr="in", label="Platforms")
    state = ChoicesFilter(
        choices=choices(ChannelState), field_name="state", lookup_expr="in", label="States of the numbers"
    )

    class Meta:
        model = Channel
        fields: list[str] = []


class TimelineFilter(filters.FilterSet):
    """Lines of history by what was done."""

    verb = filters.CharFilter(
        field_name="verb", lookup_expr="startswith", max_length=64, label="Beginning of the verb, e.g. note."
    )
