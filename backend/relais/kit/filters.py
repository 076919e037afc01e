"""Filters of a list: as cheap as those that a request names, and never deaf to a value they do not know."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, Filter, FilterSet
from drf_spectacular.utils import extend_schema_field

MAX_ID = 2**62
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


def read_flag(text: str | None) -> bool | None:
    """Return what a yes-or-no parameter says; None when it is absent or empty.

    Raises:
        ValidationError: it says something else; taken for “no”, it would answer another question.
    """
    if not text:
        return None
    flag = _FLAGS.get(text.lower())
    if flag is None:
        raise ValidationError(_("Say true or false."))
    return flag


class _FlagField(forms.Field):
    def to_python(self, value: Any) -> bool | None:
        return read_flag(value)


class FlagFilter(BooleanFilter):
    """Yes or no."""

    field_class = _FlagField


class IdFilter(Filter):
    """One id."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=1, max_value=MAX_ID, **kwargs)
        # Left to itself the schema says what the column may hold, NULL too.
        extend_schema_field({"type": "integer", "description": self.label})(self)


class NamedFilterSet(FilterSet):
    """Builds only the filters whose names are among the parameters.

    django-filter copies every declared filter and makes its form field at each request: for a list with
    twenty of them that costs more than reading the page. A filter that is not named selects nothing anyway.
    """

    def __init__(
        self,
        data: QueryDict | None = None,
        queryset: QuerySet[Any] | None = None,
        *,
        request: Any = None,
        prefix: str | None = None,
    ) -> None:
        named = {name: each for name, each in self.base_filters.items() if data is not None and name in data}
        self.__dict__["base_filters"] = named  # what the base class copies, in place of the class’s own
        super().__init__(data, queryset, request=request, prefix=prefix)
