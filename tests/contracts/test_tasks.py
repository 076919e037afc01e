"""Every background task runs inside one workspace, or stands on a short list with its reason."""

import inspect

import pytest
from celery import current_app
from django.utils.module_loading import autodiscover_modules

from relais.kit.jobs import WorkspaceTask

GLOBAL = {
    "sources.refresh_due": "one fetch serves all who follow; handlers enter each workspace for their own rows",
    "sources.sweep": "finds due sources of everybody and rings the bell",
    "creators.sweep_imports": "finds the stalled imports of everybody and rings for each in its workspace",
    "workspaces.send_password_reset": "a person may be in several workspaces",
    "workspaces.forget_tries": "tries to sign in belong to no workspace",
    "workspaces.forget_answers": "deletes by age, whoever asked",
}


def ours() -> list[str]:
    autodiscover_modules("tasks")
    return sorted(name for name in current_app.tasks if not name.startswith("celery."))


def test_there_are_tasks() -> None:
    assert set(GLOBAL) <= set(ours())


@pytest.mark.parametrize("name", ours())
def test_g10_a_task_carries_its_workspace(name: str) -> None:
    if name in GLOBAL:
        return
    task = current_app.tasks[name]
    assert isinstance(task, WorkspaceTask), f"{name}: declare it with base=WorkspaceTask"
    assert "workspace_id" in inspect.signature(task.run).parameters, f"{name} must take workspace_id"
