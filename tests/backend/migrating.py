"""Rows written before a migration, looked at after it."""

from collections.abc import Callable
from typing import Any

from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def migrated(app: str, before: str, write: Callable[[Apps], Any]) -> Any:
    """Go back to migration `before` of the app, write rows by the models of then, and come forward again."""
    back = MigrationExecutor(connection)
    newest = back.loader.graph.leaf_nodes()
    try:
        written = write(back.migrate([(app, before)]).apps)
    finally:
        forward = MigrationExecutor(connection)
        forward.migrate(newest)
    return written
