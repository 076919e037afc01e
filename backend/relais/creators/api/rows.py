"""The creators list, straight from the database: columns in, JSON values out, no model instances.

Two statements a page whatever its size: the rows with their owners, and the tags they carry.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from relais.creators.api.serializers.row import CreatorRowSerializer
from relais.creators.models import Creator, Tag
from relais.creators.rules import Facet, values_of
from relais.kit.statements import Given, IsAmong, Statement

#: Row field → columns it is made of, where that is not the column of the same name.
_SOURCES: Mapping[str, tuple[str, ...]] = {
    "platforms": ("facets",),
    "tags": ("facets",),
    "owner": ("owner_id", "owner__name"),
}

FIELDS: tuple[str, ...] = tuple(CreatorRowSerializer().fields)


_TAGS = Statement(lambda: Tag.objects.filter(IsAmong("id", Given("ids"))).order_by().values("id", "name", "colour"))


def columns_of(fields: Sequence[str], *needed: str) -> tuple[str, ...]:
    """Return the columns to select for these row fields, and those needed besides."""
    columns = [column for name in fields for column in _SOURCES.get(name, (name,))]
    return tuple(dict.fromkeys([*columns, *needed]))


@lru_cache(maxsize=64)
def everybody(columns: tuple[str, ...]) -> QuerySet[Any, Any]:
    """Return these columns of all people; the same object each time, as its SQL is kept with it."""
    people: QuerySet[Any, Any] = Creator.objects.live().values(*columns)
    return people


def present(rows: Sequence[Mapping[str, Any]], fields: Sequence[str]) -> list[dict[str, Any]]:
    """Return the JSON of rows selected with `columns_of(fields)`."""
    makers: dict[str, Callable[[Mapping[str, Any]], Any]] = {}
    if "platforms" in fields:
        makers["platforms"] = _platforms
    if "owner" in fields:
        makers["owner"] = _owner
    if "tags" in fields:
        tags = _tags_of(rows)
        makers["tags"] = lambda row: [tags[pk] for pk in _tag_ids(row) if pk in tags]
    plain = [name for name in fields if name not in makers]
    if not makers:
        return [{name: row[name] for name in plain} for row in rows]
    return [{name: makers[name](row) if name in makers else row[name] for name in fields} for row in rows]


def _platforms(row: Mapping[str, Any]) -> list[str]:
    return values_of(row["facets"], Facet.PLATFORM)


def _owner(row: Mapping[str, Any]) -> dict[str, Any] | None:
    return None if row["owner_id"] is None else {"id": row["owner_id"], "name": row["owner__name"]}


def _tag_ids(row: Mapping[str, Any]) -> list[int]:
    return [int(value) for value in values_of(row["facets"], Facet.TAG)]


def _tags_of(rows: Sequence[Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
    carried = {pk for row in rows for pk in _tag_ids(row)}
    found = _TAGS.rows(ids=list(carried))
    return {pk: {"id": pk, "name": name, "colour": colour} for pk, name, colour in found}
