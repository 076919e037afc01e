"""Filters of coverage."""

import django_filters as filters
from django.db.models import QuerySet

from relais.coverage import querysets
from relais.coverage.models import Coverage
from relais.coverage.rules import CoverageKind
from relais.kit.filters import IdFilter
from relais.sources.rules import Platform


class CoverageFilter(filters.FilterSet):
    """By links, kind, days and words."""

    campaign = IdFilter(field_name="campaign_id", label="Id of the campaign")
    participation = IdFilter(field_name="participation_id", label="Id of the participation")
    creator = IdFilter(field_name="creator_id", label="Id of the creator")
    sending = IdFilter(field_name="sending_id", label="Id of the sending")
    brand = IdFilter(method="by_brand", label="Id of the brand: of the campaign, or of the products sent")
    platform = filters.MultipleChoiceFilter(
        choices=[(p.value, p.value) for p in Platform], label="Platform; repeat for several"
    )
    kind = filters.MultipleChoiceFilter(
        choices=[(k.value, k.value) for k in CoverageKind], label="Kind; repeat for several"
    )
    published_after = filters.DateFilter(field_name="published_on", lookup_expr="gte", label="Published on or after")
    published_before = filters.DateFilter(field_name="published_on", lookup_expr="lte", label="Published on or before")
    q = filters.CharFilter(method="search", label="Words of the title, author, address or creator", max_length=200)

    class Meta:
        model = Coverage
        fields: list[str] = []

    def by_brand(self, rows: QuerySet[Coverage], name: str, value: int) -> QuerySet[Coverage]:
        """Keep what was published for the brand."""
        return querysets.of_brand(rows, int(value))

    def search(self, rows: QuerySet[Coverage], name: str, value: str) -> QuerySet[Coverage]:
        """Keep what holds the words."""
        return querysets.matching(rows, value)
