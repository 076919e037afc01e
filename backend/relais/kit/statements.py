"""Reads that nearly every request makes: Django writes their SQL once, and only their values change.

To write the SQL of a read costs more than to run it. The workspace in scope is a value like any other: it is asked for
each time a statement runs, and there is no running one outside any workspace.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Expression, Field, Func, QuerySet

from relais.kit import tenancy


class Given(Expression):
    """Stands in a queryset for a value that is given when the statement runs, as the database takes it."""

    output_field: "Field[Any, Any]" = Field()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Compile to one parameter: this, to be replaced."""
        return "%s", (self,)


class IsAmong(Func):
    """A condition: the column holds one of the values, given as a list."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


class _Scope(int):
    """Stands for the id of the workspace in scope."""


_SCOPE = _Scope(0)


class Statement:
    """One read; `make` returns its queryset, with `values_list` or `values`, and is called once."""

    def __init__(self, make: Callable[[], QuerySet[Any, Any]]) -> None:
        self._make = make

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """Run it; rows come as tuples, in the order of the columns that were named."""
        written = self._written
        with connection.cursor() as cursor:
            cursor.execute(written.text, [_value(place, given) for place in written.places])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found if written.convert is None else written.convert(found)

    @cached_property
    def _written(self) -> "_Written":
        token = tenancy.open_scope(_SCOPE)
        try:
            compiler = self._make().query.get_compiler(connection=connection)
            text, places = compiler.as_sql()
        finally:
            tenancy.close_scope(token)
        converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
        return _Written(
            text, tuple(places), partial(_converted, compiler=compiler, converters=converters) if converters else None
        )


@dataclass(frozen=True, slots=True)
class _Written:
    text: str
    places: tuple[Any, ...]
    convert: Callable[[list[tuple[Any, ...]]], list[tuple[Any, ...]]] | None


def _value(place: Any, given: Mapping[str, Any]) -> Any:
    if isinstance(place, Given):
        return given[place.name]
    return tenancy.current_workspace_id() if place is _SCOPE else place


def _converted(found: list[tuple[Any, ...]], *, compiler: Any, converters: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in compiler.apply_converters(found, converters)]
