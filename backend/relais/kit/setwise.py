"""Many rows in one statement, sent as one JSON document.

A model instance for each row, and a placeholder for each value, cost ten times what the database needs to write it.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import orjson
from django.db import connection
from django.db.models import Field, JSONField, Model

from relais.kit.models import WorkspaceField
from relais.kit.tenancy import current_workspace_id

Row = Mapping[str, Any]
Columns = dict[str, "Field[Any, Any]"]


def as_json(rows: Sequence[Any]) -> str:
    """Return rows as the parameter of `jsonb_to_recordset`."""
    return orjson.dumps(rows, option=orjson.OPT_NON_STR_KEYS).decode()


def insert_rows(model: type[Model], rows: Sequence[Row]) -> list[int]:
    """Insert rows and return their ids in the same order; those of a scoped model go into the workspace in scope.

    Args:
        model: whose rows; with an integer key of the database's making.
        rows: columns by name, the same in every row. What they leave out takes the model's default.

    Raises:
        ValueError: two rows name different columns, or one names its workspace.
    """
    key = model._meta.pk.attname
    return [pk for (pk,) in _insert(model, rows, returning=(key,))]


def insert_new_rows(model: type[Model], rows: Sequence[Row], *, returning: Sequence[str]) -> list[tuple[Any, ...]]:
    """Insert rows as `insert_rows` does, but for those that a unique key refuses; return columns of the others."""
    return _insert(model, rows, returning=tuple(returning), ending="ON CONFLICT DO NOTHING")


def update_rows(model: type[Model], rows: Sequence[Row]) -> None:
    """Write columns of the rows named by `id`; those of a scoped model only in the workspace in scope.

    Args:
        model: whose rows; with an integer key.
        rows: columns by name, the same in every row, and `id`.

    Raises:
        ValueError: two rows name different columns, or one names its workspace.
    """
    if rows:
        scope = [current_workspace_id()] if _is_scoped(model) else []
        with connection.cursor() as cursor:
            cursor.execute(_update_statement(model, _names_of(rows)), [as_json(rows), *scope])


def _insert(
    model: type[Model], rows: Sequence[Row], *, returning: tuple[str, ...], ending: str = ""
) -> list[tuple[Any, ...]]:
    if not rows:
        return []
    statement, left_out = _insert_statement(model, _names_of(rows), returning, ending)
    blank = model()
    same = [field.get_db_prep_save(field.pre_save(blank, add=True), connection) for field in left_out]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*same, as_json(rows)])
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _names_of(rows: Sequence[Row]) -> tuple[str, ...]:
    names = rows[0].keys()
    if any(row.keys() != names for row in rows):
        raise ValueError("Every row names the same columns.")
    return tuple(names)


# Only names of our own tables and columns are written into the text; values go as parameters.


@cache
def _insert_statement(
    model: type[Model], names: tuple[str, ...], returning: tuple[str, ...], ending: str
) -> tuple[str, list["Field[Any, Any]"]]:
    """Return the statement, and the columns that are the same in every row, in the order of its parameters."""
    given = _given(model, names)
    left_out = [field for field in model._meta.concrete_fields if not field.primary_key and field.attname not in given]
    columns = ", ".join(_quoted(field.column) for field in [*left_out, *given.values()])
    values = ", ".join([*["%s"] * len(left_out), *map(_value, given.values())])
    told = ", ".join(_quoted(field.column) for field in _given(model, returning).values())
    text = (
        f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) "  # noqa: S608
        f"SELECT {values} FROM {_document(given)} {ending} RETURNING {told}"
    )
    return text, left_out


@cache
def _update_statement(model: type[Model], names: tuple[str, ...]) -> str:
    given = _given(model, names)
    key = model._meta.pk.attname
    changed = ", ".join(f"{_quoted(field.column)} = {_value(field)}" for name, field in given.items() if name != key)
    scope = "AND t.workspace_id = %s" if _is_scoped(model) else ""
    table = _quoted(model._meta.db_table)
    return f"UPDATE {table} t SET {changed} FROM {_document(given)} WHERE t.{key} = q.{key} {scope}"  # noqa: S608


def _given(model: type[Model], names: Iterable[str]) -> Columns:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    given = {name: fields[name] for name in names}
    if any(isinstance(field, WorkspaceField) for field in given.values()):
        raise ValueError("The workspace is the one in scope.")
    return given


def _is_scoped(model: type[Model]) -> bool:
    return any(isinstance(field, WorkspaceField) for field in model._meta.concrete_fields)


def _document(given: Columns) -> str:
    types = ", ".join(f"{_quoted(name)} {field.db_type(connection)}" for name, field in given.items())
    return f"jsonb_to_recordset(%s::jsonb) AS q ({types})"


def _value(field: "Field[Any, Any]") -> str:
    name = f"q.{_quoted(field.attname)}"
    # A JSON null is a value of its own; what is None is NULL.
    return f"NULLIF({name}, 'null')" if isinstance(field, JSONField) else name


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))
