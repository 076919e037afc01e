"""Reads compiled once: the ORM writes the SQL at the first use, later uses only bind values.

For the few reads that stand before every answer (session, person, membership), where writing the same SQL
anew costs several times what running it does. Nothing is kept but the text: each use asks the database.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, QuerySet


class Given(Expression):
    """A value that is told when the read runs; compiles to a parameter that bears its name."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Compile to one parameter."""
        return "%s", (self,)


class CompiledRead:
    """One row of plain columns.

    Args:
        write: returns the query as `values_list`, with `Given` in place of what changes. A scope that the query
            reads when it is compiled would be frozen: only for reads outside any scope.
    """

    def __init__(self, write: Callable[[], QuerySet[Any, tuple[Any, ...]]]) -> None:
        self._write = write
        self._compiled: tuple[str, tuple[Any, ...]] | None = None

    def first(self, given: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Return the first row found under these values, None when there is none."""
        if self._compiled is None:
            self._compiled = self._compile()
        sql, parameters = self._compiled
        with connection.cursor() as cursor:
            cursor.execute(sql, [given[each.name] if isinstance(each, Given) else each for each in parameters])
            row: tuple[Any, ...] | None = cursor.fetchone()
        return row

    def _compile(self) -> tuple[str, tuple[Any, ...]]:
        compiler = self._write().query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        if compiler.get_converters(column for column, _sql, _alias in compiler.select):
            raise TypeError("A compiled read holds columns that need no conversion in Python.")
        return sql, tuple(parameters)
