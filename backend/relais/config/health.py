"""Alive, and ready."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError
from django.http import HttpRequest, JsonResponse


def healthz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer as soon as the process serves."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer 200 when the database is there and fully migrated, 503 otherwise."""
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except OperationalError:
        return JsonResponse({"status": "no database"}, status=503, headers={"Retry-After": "5"})
    if waiting:
        return JsonResponse(
            {"status": "migrations waiting", "waiting": waiting}, status=503, headers={"Retry-After": "5"}
        )
    return JsonResponse({"status": "ok"})
