"""A list brought in from a file: staged, previewed, run, undone."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from relais.creators.models.creator import Creator, choices
from relais.creators.querysets import ImportRowQuerySet
from relais.creators.rules import ImportKind, ImportState, RowOutcome
from relais.kit.constraints import workspace_rules
from relais.kit.models import ScopedManager, WorkspaceLink, WorkspaceModel


class Import(WorkspaceModel):
    """One file. Its rows are staged in the database, so that a killed worker goes on where it was."""

    kind = models.CharField(max_length=4, choices=choices(ImportKind))
    file_name = models.CharField(max_length=255)
    columns = models.JSONField(default=list)
    #: Column index → field name, or "" for ignored.
    mapping = models.JSONField(default=dict)
    #: Set on every imported person: tags, list, owner.
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=9, choices=choices(ImportState), default=ImportState.DRAFT)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    #: People the undo left alone, because somebody worked on them since.
    kept = models.PositiveIntegerField(default=0)
    #: Times a worker took it up since it last got further: one that kills its worker is given up.
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules()]


ImportRowManager = ScopedManager.from_queryset(ImportRowQuerySet)


class ImportRow(WorkspaceModel):
    """One row of the file and what became of it. `before` is what an update replaced, for the undo."""

    run = WorkspaceLink(Import, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    outcome = models.CharField(max_length=8, choices=choices(RowOutcome), blank=True)
    #: Column index → `[code, parameters]` of each problem, put into words when shown; "" speaks of the whole row.
    problems = models.JSONField(default=dict)
    creator = WorkspaceLink(Creator, models.SET_NULL, null=True, related_name="+")
    before = models.JSONField(null=True)
    kept = models.BooleanField(default=False)

    objects: ClassVar["ImportRowManager[Any]"] = ImportRowManager()

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("run", "creator", target=False),
            models.UniqueConstraint(fields=["run", "number"], name="import_row_once"),
        ]
        indexes = [
            models.Index(fields=["run", "number"], name="import_row_waiting", condition=models.Q(outcome="")),
            models.Index(fields=["run", "outcome", "number"], name="import_row_outcome"),
        ]


class ImportMapping(WorkspaceModel):
    """How columns of these names were mapped last time."""

    #: Hash of the folded column names.
    signature = models.CharField(max_length=64)
    mapping = models.JSONField()
    used_at = models.DateTimeField(auto_now=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules(target=False),
            models.UniqueConstraint(fields=["workspace", "signature"], name="mapping_once"),
        ]
