"""Keyset pagination: the deep page costs what the first costs, with ties and NULLs in their place.

NULLs come last in both directions. A page is read in two parts, so that one plain index serves:
first the rows that have a value, then, when the page is not full, the rows that have none.
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import orjson
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request

from relais.kit.errors import InvalidError
from relais.kit.statements import Given, Statement

PAGE_SIZE = 50
PAGE_SIZE_MAX = 200
COUNT_CAP = 10_000
CURSOR_PARTS = 3


@dataclass(frozen=True, slots=True)
class Page:
    """One page of rows, and the cursor of the next one (None at the end)."""

    rows: list[Any]
    next: str | None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """What the caller asked for."""

    column: str
    descending: bool
    size: int
    after: tuple[Any, int] | None
    order: str


def read_window(request: Request, orderings: Mapping[str, str], default: str) -> Window:
    """Read `order`, `page_size` and `cursor`.

    Args:
        request: the request.
        orderings: public name → column.
        default: order when none is asked, e.g. `-created`.

    Raises:
        InvalidError: an unknown order, a size out of bounds, or a cursor that is not ours.
    """
    order = request.query_params.get("order") or default
    descending = order.startswith("-")
    name = order.removeprefix("-")
    if name not in orderings:
        raise InvalidError(errors={"order": [_("Choose one of: %(names)s.") % {"names": ", ".join(orderings)}]})
    return Window(
        column=orderings[name],
        descending=descending,
        size=_read_size(request.query_params.get("page_size")),
        after=_read_cursor(request.query_params.get("cursor"), order),
        order=order,
    )


def _read_size(text: str | None) -> int:
    if text is None:
        return PAGE_SIZE
    try:
        size = int(text)
    except ValueError:
        size = 0
    if not 1 <= size <= PAGE_SIZE_MAX:
        raise InvalidError(errors={"page_size": [_("Give a whole number from 1 to %(max)d.") % {"max": PAGE_SIZE_MAX}]})
    return size


def _read_cursor(text: str | None, order: str) -> tuple[Any, int] | None:
    if not text:
        return None
    refused = InvalidError(
        errors={"cursor": [_("This cursor belongs to another list or order. Start from the first page.")]}
    )
    try:
        parts = orjson.loads(base64.urlsafe_b64decode(text.encode("ascii", "replace")))
    except (ValueError, binascii.Error) as error:
        raise refused from error
    if not (isinstance(parts, list) and len(parts) == CURSOR_PARTS and parts[0] == order):
        raise refused
    value, pk = parts[1], parts[2]
    if not isinstance(pk, int) or isinstance(value, list | dict):
        raise refused
    if isinstance(value, str) and "\0" in value:  # the database refuses it: we never wrote it
        raise refused
    return value, pk


def _write_cursor(order: str, value: Any, pk: int) -> str:
    if isinstance(value, datetime | date):
        value = value.isoformat()
    elif isinstance(value, Decimal):
        value = str(value)
    return base64.urlsafe_b64encode(orjson.dumps([order, value, pk])).decode()


@dataclass(frozen=True, slots=True)
class _Part:
    """Some rows of a list, one after another: those that have a value, or those that have none."""

    column: str
    descending: bool
    is_nullable: bool
    unknown: bool
    is_first: bool
    limit: int

    def of(self, queryset: QuerySet[Any], value: Any, pk: Any) -> QuerySet[Any]:
        """Return them, beyond a value and an id unless it is the first such part."""
        sign = "-" if self.descending else ""
        way = "lt" if self.descending else "gt"
        if self.unknown:
            part = queryset.filter(**{f"{self.column}__isnull": True}).order_by(f"{sign}pk")
            return (part if self.is_first else part.filter(**{f"pk__{way}": pk}))[: self.limit]
        part = queryset.order_by(f"{sign}{self.column}", f"{sign}pk")
        if self.is_nullable:
            part = part.filter(**{f"{self.column}__isnull": False})
        if not self.is_first:
            # `col <= v` alone bounds the index scan; the rest only skips the ties already shown.
            beyond = Q(**{f"{self.column}__{way}": value}) | Q(**{f"pk__{way}": pk})
            part = part.filter(Q(**{f"{self.column}__{way}e": value}) & beyond)
        return part[: self.limit]


def _read_anew(queryset: QuerySet[Any], part: _Part, value: Any, pk: Any) -> list[Any]:
    return list(part.of(queryset, value, pk))


def _read_kept(queryset: QuerySet[Any], part: _Part, value: Any, pk: Any) -> list[Any]:
    names = tuple(queryset.query.values_select)
    return [dict(zip(names, row, strict=True)) for row in _statement(queryset, part).rows(value=value, pk=pk)]


@lru_cache(maxsize=64)
def _statement(queryset: QuerySet[Any], part: _Part) -> Statement:
    return Statement(lambda: part.of(queryset, Given("value"), Given("pk")))


def read_page(queryset: QuerySet[Any], window: Window, *, count: bool = False, kept: bool = False) -> Page:
    """Return the rows of the window: one statement, two where the values end and the NULLs begin.

    Args:
        queryset: scoped and filtered, unordered; instances or `values()` with the column and `id` in it.
        window: from `read_window`.
        count: also count, up to COUNT_CAP + 1.
        kept: the queryset, of `values()`, is the same object at every call, so that its SQL is written once.
    """
    read = _read_kept if kept else _read_anew
    wanted = window.size + 1
    rows: list[Any] = []
    value, pk = window.after if window.after is not None else (None, None)
    in_nulls = window.after is not None and value is None
    nullable = _is_nullable(queryset.model, window.column)

    def part(*, unknown: bool, is_first: bool) -> _Part:
        return _Part(window.column, window.descending, nullable, unknown, is_first, wanted - len(rows))

    if not in_nulls:
        value = _to_python(queryset.model, window.column, value)
        rows = read(queryset, part(unknown=False, is_first=value is None), value, pk)
    if nullable and len(rows) < wanted:
        rows += read(queryset, part(unknown=True, is_first=not in_nulls), None, pk)
    more = len(rows) == wanted
    rows = rows[: window.size]
    last = rows[-1] if more else None
    return Page(
        rows=rows,
        next=_write_cursor(window.order, _read(last, window.column), _read(last, "id")) if more else None,
        count=_capped_count(queryset) if count else None,
    )


def _to_python(model: type[models.Model], column: str, value: Any) -> Any:
    """Return a cursor's value as the column has it."""
    field = _column(model, column)
    try:
        return field.to_python(value) if field is not None else value
    except Exception as error:
        raise InvalidError(errors={"cursor": [_("This cursor is damaged. Start from the first page.")]}) from error


def _column(model: type[models.Model], path: str) -> "models.Field[Any, Any] | None":
    field: models.Field[Any, Any] | None = None
    for part in path.split("__"):
        try:
            found: Any = model._meta.get_field(part)
        except FieldDoesNotExist:
            return None
        field = found
        if found.is_relation and found.related_model is not None:
            model = found.related_model
    return field


def _is_nullable(model: type[models.Model], path: str) -> bool:
    field = _column(model, path)
    return field is None or bool(field.null)


def _read(row: Any, path: str) -> Any:
    if isinstance(row, dict):
        return row[path]
    for part in path.split("__"):
        row = getattr(row, part)
    return row


def _capped_count(queryset: QuerySet[Any]) -> int:
    return queryset.order_by().values("pk")[: COUNT_CAP + 1].count()
