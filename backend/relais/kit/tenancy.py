"""Which workspace the running code is in, and the expression every scoped query filters on.

The id sits in a ContextVar that only three places set: the base viewset (from the URL, after the
membership check), the task base, and an explicit `with workspace_scope(...)`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from typing import Any

from django.db.models import BigIntegerField, Expression

_current: ContextVar[int | None] = ContextVar("relais_workspace_id", default=None)


class NoWorkspaceError(RuntimeError):
    """Scoped data was touched outside any workspace: a mistake of ours, never of a caller."""

    def __init__(self) -> None:
        super().__init__("No workspace is in scope: use the base viewset, a workspace task or workspace_scope().")


class WrongWorkspaceError(RuntimeError):
    """A row of another workspace was about to be written."""


@contextmanager
def workspace_scope(workspace_id: int) -> Iterator[None]:
    """Run the block inside the workspace of that id."""
    token = _current.set(workspace_id)
    try:
        yield
    finally:
        _current.reset(token)


def open_scope(workspace_id: int | None) -> Token[int | None]:
    """Enter (or leave, with None) a workspace until `close_scope`: for the base viewset, which cannot use `with`."""
    return _current.set(workspace_id)


def close_scope(token: Token[int | None]) -> None:
    """Go back to what was in scope before."""
    _current.reset(token)


def current_workspace_id() -> int:
    """Return the id in scope.

    Raises:
        NoWorkspaceError: nothing is in scope.
    """
    workspace_id = _current.get()
    if workspace_id is None:
        raise NoWorkspaceError
    return workspace_id


class CurrentWorkspace(Expression):
    """The id in scope, read when SQL is compiled and not when the query is written.

    So a queryset built at import time (a serializer's, a filter's) is scoped when it runs.
    """

    output_field = BigIntegerField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[int, ...]]:
        """Compile to one parameter."""
        return "%s", (current_workspace_id(),)
