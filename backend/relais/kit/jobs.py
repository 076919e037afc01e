"""Background work: rung after commit, run inside its workspace.

Celery only rings the bell. What is to be done stands in rows; a lost or doubled ring is harmless.
"""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from celery import Task, current_app
from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error
from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from relais.kit.tenancy import workspace_scope


def enqueue(name: str, **arguments: Any) -> None:
    """Ring the task `app.verb_noun` once the transaction has committed.

    Args:
        name: a registered task; an unknown name fails at start-up (`check_names`).
        arguments: ids and small values only.
    """
    transaction.on_commit(lambda: current_app.send_task(name, kwargs=arguments))


class WorkspaceTask(Task):  # type: ignore[type-arg]
    """A task that runs inside the workspace given by its `workspace_id` argument."""

    abstract = True

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Enter the scope, then run."""
        with workspace_scope(kwargs["workspace_id"]):
            return super().__call__(*args, **kwargs)


def _enqueued_names(folder: Path) -> Iterator[tuple[str, Path, int]]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called != "enqueue" or not node.args:
                continue
            first = node.args[0]
            yield (str(first.value) if isinstance(first, ast.Constant) else "", path, node.lineno)


def check_names(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's signature
    """Refuse to start when `enqueue` names a task that nobody registered."""
    autodiscover_modules("tasks")
    root = Path(apps.get_app_config("kit").path).parent
    return [
        Error(
            f"{path.relative_to(root)}:{line} enqueues {name or 'a name that is not a literal'!r}, which is no task.",
            id="kit.E001",
        )
        for name, path, line in _enqueued_names(root)
        if name not in current_app.tasks
    ]
