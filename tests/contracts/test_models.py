"""Every stored thing obeys the workspace, or stands on a short list with its reason."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from relais.kit.constraints import SameWorkspace
from relais.kit.models import ScopedManager, WorkspaceLink, WorkspaceModel
from tests.contracts.rows import scoped_models

SHARED = {
    "workspaces.User": "a person may be in several workspaces",
    "workspaces.Workspace": "the workspace itself",
    "workspaces.Tries": "counted before anybody is signed in",
    "workspaces.KeptAnswer": "found by a hash that names workspace, person and key; also for what is asked outside any",
    "sources.Source": "a public address, fetched once for everybody who follows it",
}

#: Links without a database key, on purpose.
LOOSE = {
    "activity.Activity.creator": "history outlives what it speaks of",
    "activity.Activity.campaign": "history outlives what it speaks of",
    "activity.Activity.api_key": "history outlives what it speaks of",
}


def ours() -> list[type[models.Model]]:
    return [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("relais.")]


@pytest.mark.parametrize("model", ours(), ids=lambda m: m._meta.label)
def test_g1_a_model_is_scoped_or_reasoned(model: type[models.Model]) -> None:
    if model._meta.label in SHARED:
        assert not issubclass(model, WorkspaceModel), "take it off the list"
        return
    assert issubclass(model, WorkspaceModel), f"{model._meta.label} is not scoped: derive it from WorkspaceModel"
    assert isinstance(model._default_manager, ScopedManager), "its default manager must be a ScopedManager"
    assert model._meta.base_manager_name == "all_workspaces" or model._base_manager.name == "all_workspaces"


def links(model: type[models.Model]) -> list[Any]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, WorkspaceModel)
    ]


@pytest.mark.parametrize("model", scoped_models(), ids=lambda m: m._meta.label)
def test_g1_every_link_to_a_scoped_model_has_its_composite_key(model: type[WorkspaceModel]) -> None:
    promised = {rule.field for rule in model._meta.constraints if isinstance(rule, SameWorkspace)}
    for field in links(model):
        name = f"{model._meta.label}.{field.name}"
        if name in LOOSE:
            continue
        assert isinstance(field, WorkspaceLink), f"{name} must be a WorkspaceLink"
        assert field.name in promised, f'{name}: add workspace_rules("{field.name}") to its constraints'


@pytest.mark.django_db
def test_g1_the_database_holds_every_promised_key() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'"
        )
        stored = {(table.strip('"'), definition) for table, definition in cursor.fetchall()}
    for model in scoped_models():
        for field in links(model):
            if f"{model._meta.label}.{field.name}" in LOOSE:
                continue
            target = field.related_model._meta.db_table
            key = f"FOREIGN KEY (workspace_id, {field.column}) REFERENCES {target}(workspace_id, id)"
            assert any(table == model._meta.db_table and definition.startswith(key) for table, definition in stored), (
                f"{model._meta.label}.{field.name} has no composite key in the database: make a migration"
            )


@pytest.mark.parametrize("model", scoped_models(), ids=lambda m: m._meta.label)
def test_g1_no_many_to_many_without_its_own_scoped_table(model: type[WorkspaceModel]) -> None:
    for field in model._meta.many_to_many:
        through: Any = field.remote_field.through
        assert not through._meta.auto_created, f"{field}: give it a scoped `through` model"
