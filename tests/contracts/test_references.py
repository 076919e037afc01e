"""No serializer and no filter accepts an id it did not look up inside the workspace."""

from collections.abc import Iterator
from typing import Any

import django_filters
import pytest
from rest_framework import serializers

from relais.kit.filters import FlagFilter
from relais.kit.models import WorkspaceModel
from relais.workspaces.models import User
from tests.contracts.routes import all_routes


def subclasses(base: Any) -> Iterator[Any]:
    for child in base.__subclasses__():
        yield child
        yield from subclasses(child)


def our_serializers() -> list[Any]:
    all_routes()
    return sorted(
        {c for c in subclasses(serializers.BaseSerializer) if c.__module__.startswith("relais.")},
        key=lambda c: f"{c.__module__}.{c.__name__}",
    )


def our_filters() -> list[Any]:
    all_routes()
    return sorted(
        {c for c in subclasses(django_filters.FilterSet) if c.__module__.startswith("relais.")},
        key=lambda c: c.__name__,
    )


def _scoped(queryset: Any) -> bool:
    known = issubclass(queryset.model, WorkspaceModel) or queryset.model is User
    return known and "CurrentWorkspace" in repr(queryset.query.where)


@pytest.mark.parametrize("serializer", our_serializers(), ids=lambda c: c.__name__)
def test_g1_related_fields_look_up_inside_the_workspace(serializer: Any) -> None:
    for name, field in serializer().fields.items():
        related = getattr(field, "child_relation", field)
        queryset = getattr(related, "queryset", None)
        if queryset is None or field.read_only:
            continue
        assert _scoped(queryset.all()), f"{serializer.__name__}.{name} reads unscoped rows"


@pytest.mark.parametrize("filters", our_filters(), ids=lambda c: c.__name__)
def test_g1_filters_look_up_inside_the_workspace(filters: Any) -> None:
    for name, entry in filters.base_filters.items():
        queryset = entry.extra.get("queryset")
        if queryset is not None and not callable(queryset):
            assert _scoped(queryset.all()), f"{filters.__name__}.{name} reads unscoped rows"
        assert entry.label, f"{filters.__name__}.{name} has no label, so the schema cannot explain it"


@pytest.mark.parametrize("filters", our_filters(), ids=lambda c: c.__name__)
def test_no_filter_is_deaf_to_a_value_it_does_not_know(filters: Any) -> None:
    for name, entry in filters.base_filters.items():
        if isinstance(entry, django_filters.BooleanFilter):
            assert isinstance(entry, FlagFilter), f"{filters.__name__}.{name}: take a FlagFilter, which refuses “maybe”"
