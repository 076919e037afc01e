"""Whom a bulk action is about: ids or a filter, resolved once, inside the workspace."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from rest_framework.request import Request

from relais.creators.api.filters import CreatorFilter
from relais.creators.errors import SelectionTooLargeError, UnknownCreatorsError
from relais.creators.models import Creator
from relais.creators.querysets import CreatorQuerySet
from relais.kit.errors import InvalidError, UnknownParameterError

MOST = 50_000


def resolve(
    request: Request, selection: Mapping[str, Any], *, among_deleted: bool = False, skip_unknown: bool = False
) -> tuple[list[int], int]:
    """Return the ids selected, and how many of those asked for were left out as unknown.

    Args:
        request: whose `me` the filter may speak of.
        selection: `ids`, or `filter` as the parameters of the list.
        among_deleted: choose among who was deleted.
        skip_unknown: leave unknown ids out.

    Raises:
        UnknownCreatorsError: ids that are not here, unless skipped.
        SelectionTooLargeError: a filter selects more than MOST.
        InvalidError, UnknownParameterError: the filter is wrong; `filter.<name>` says where.
    """
    people = (
        Creator.objects.filter(merged_into=None).exclude(deleted_at=None) if among_deleted else Creator.objects.live()
    )
    if "filter" in selection:
        rows = filtered(request, selection["filter"], people, prefix="filter.")
        ids = list(rows.order_by("id").values_list("id", flat=True)[: MOST + 1])
        if len(ids) > MOST:
            raise SelectionTooLargeError
        return ids, 0
    wanted = dict.fromkeys(selection["ids"])
    found = set(people.filter(id__in=wanted).values_list("id", flat=True))
    unknown = [pk for pk in wanted if pk not in found]
    if unknown and not skip_unknown:
        raise UnknownCreatorsError(unknown)
    return sorted(found), len(unknown)


def filtered(
    request: Request, parameters: Mapping[str, Any], people: CreatorQuerySet, prefix: str = ""
) -> CreatorQuerySet:
    """Return whom these parameters of the list select.

    Raises:
        UnknownParameterError: a name that is no filter.
        InvalidError: a value that is wrong.
    """
    if unknown := sorted(set(parameters) - set(CreatorFilter.base_filters)):
        raise UnknownParameterError(errors={f"{prefix}{name}": [UnknownParameterError.message] for name in unknown})
    given = QueryDict(mutable=True)
    for name, value in parameters.items():
        given[name] = value
    filters = CreatorFilter(given, queryset=people, request=request)
    if not filters.is_valid():
        errors = {f"{prefix}{name}": [str(text) for text in texts] for name, texts in filters.errors.items()}
        raise InvalidError(errors=errors)
    rows: CreatorQuerySet = filters.qs
    return rows
