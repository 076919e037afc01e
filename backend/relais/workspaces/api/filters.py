"""Filters of workspace things."""

import django_filters as filters

from relais.kit.filters import FlagFilter
from relais.workspaces.models import Brand


class BrandFilter(filters.FilterSet):
    """Brands by name and archive."""

    q = filters.CharFilter(field_name="name", lookup_expr="icontains", max_length=200, label="Part of the name")
    archived = FlagFilter(field_name="archived_at", lookup_expr="isnull", exclude=True, label="Archived or not")

    class Meta:
        model = Brand
        fields: list[str] = []
