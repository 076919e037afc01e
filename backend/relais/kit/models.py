"""The base of every stored thing that belongs to a workspace."""

from typing import Any, Self, TypeVar

from django.db import models

from relais.kit.tenancy import CurrentWorkspace, WrongWorkspaceError, current_workspace_id

Row = TypeVar("Row", bound=models.Model)


class WorkspaceField(models.ForeignKey):  # type: ignore[type-arg]
    """The workspace column: stamped from the scope on insert, and any other value is refused."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("to", "workspaces.Workspace")
        kwargs.setdefault("on_delete", models.CASCADE)
        kwargs.setdefault("related_name", "+")
        kwargs.setdefault("editable", False)
        # The unique (workspace, id) of `workspace_rules` serves look-ups by workspace.
        kwargs.setdefault("db_index", False)
        super().__init__(**kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 - Django's signature
        """Stamp or refuse; runs for `save` and `bulk_create` alike."""
        stamped = getattr(model_instance, self.attname)
        scope = current_workspace_id()
        if stamped is None and add:
            setattr(model_instance, self.attname, scope)
            return scope
        if stamped != scope:
            msg = f"{type(model_instance).__name__} of workspace {stamped} written inside workspace {scope}."
            raise WrongWorkspaceError(msg)
        return stamped


class WorkspaceLink(models.ForeignKey):  # type: ignore[type-arg]
    """A foreign key to a scoped model. The composite key `SameWorkspace` is its database constraint."""

    def __init__(self, to: Any, on_delete: Any = models.CASCADE, **kwargs: Any) -> None:
        kwargs["db_constraint"] = False
        super().__init__(to, on_delete, **kwargs)

    def deconstruct(self) -> Any:
        """Describe the field for migrations; `db_constraint` is ours to set."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("db_constraint", None)
        return name, path, args, kwargs


class ScopedManager(models.Manager[Row]):
    """Sees the workspace in scope and nothing else; raises outside any scope.

    With named reads: `objects = ScopedManager.from_queryset(MyQuerySet)()`.
    """

    def get_queryset(self) -> models.QuerySet[Row]:
        """Return the rows of the workspace in scope, resolved when the query runs."""
        return super().get_queryset().filter(workspace_id=CurrentWorkspace())


class WorkspaceModel(models.Model):
    """A row of one workspace. `objects` is scoped; `all_workspaces` is for Django's own look-ups."""

    workspace = WorkspaceField()

    objects = ScopedManager()
    all_workspaces = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = "all_workspaces"
        default_manager_name = "objects"


class Versioned(models.Model):
    """Counts its changes, so that two editors cannot overwrite each other unseen (strong ETag)."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def bump(self) -> Self:
        """Count one more change; the caller saves."""
        self.version += 1
        return self
