"""Bells. What is to be done stands in the rows; a lost or doubled ring is harmless."""

from celery import shared_task

from relais.creators.imports import running
from relais.kit.jobs import WorkspaceTask


@shared_task(name="creators.run_import", base=WorkspaceTask)
def run_import(*, workspace_id: int, import_id: int) -> None:  # noqa: ARG001 - the task base enters it
    """Bring an import to its end."""
    running.continue_import(import_id=import_id)


@shared_task(name="creators.sweep_imports")
def sweep_imports() -> None:
    """Ring for imports whose worker is gone."""
    running.ring_for_stalled()
