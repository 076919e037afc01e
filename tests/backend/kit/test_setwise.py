"""Rows written as one document: inside the workspace in scope, in order, with the model's defaults."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.utils import DataError, IntegrityError
from django.test.utils import CaptureQueriesContext

from relais.creators.models import Creator, Import, ImportRow, Tag
from relais.kit.setwise import insert_new_rows, insert_rows, update_rows
from relais.kit.tenancy import NoWorkspaceError, workspace_scope
from relais.sources.models import Source
from relais.workspaces.models import Workspace


def test_ids_come_in_the_order_of_the_rows(scope: Workspace) -> None:
    names = [f"N{number}" for number in (3, 1, 2)]
    with CaptureQueriesContext(connection) as statements:
        ids = insert_rows(Tag, [{"name": name, "folded": name.lower()} for name in names])
    assert len(statements) == 1
    assert [Tag.objects.get(pk=pk).name for pk in ids] == names
    assert set(Tag.objects.values_list("workspace_id", flat=True)) == {scope.pk}
    assert insert_rows(Tag, []) == []


def test_what_is_left_out_is_as_the_model_has_it(scope: Workspace) -> None:
    (plain,) = insert_rows(Creator, [{"name": "Éloïse"}])
    kept, saved = Creator.objects.get(pk=plain), Creator.objects.create(name="Éloïse")
    saved.refresh_from_db()
    for field in Creator._meta.concrete_fields:
        if field.name not in {"id", "created_at", "updated_at"}:
            assert getattr(kept, field.attname) == getattr(saved, field.attname), field.name
    assert abs(kept.created_at - saved.created_at).total_seconds() < 3_600


def test_every_kind_of_value_comes_back_as_it_went_in(scope: Workspace) -> None:
    moment = datetime(2026, 3, 2, 6, 7, 8, 999_999, tzinfo=UTC)
    given = {
        "name": 'L’été\n"a\\b" 😀 {}',
        "facets": ["tag:1", "a,b", '{"c"}'],
        "followers": 2**62,
        "engagement_rate": 0.1,
        "has_email": True,
        "deleted_at": moment,
        "owner_id": None,
    }
    (pk,) = insert_rows(Creator, [given])
    assert Creator.objects.values(*given).get(pk=pk) == given


def test_no_json_is_no_json_null(scope: Workspace) -> None:
    run = Import.objects.create(kind="csv", file_name="a.csv")
    row: dict[str, object] = {"run_id": run.pk, "cells": ["é"]}
    insert_rows(ImportRow, [row | {"number": 1, "before": None}, row | {"number": 2, "before": {}}])
    assert ImportRow.objects.get(before__isnull=True).number == 1
    assert ImportRow.objects.get(before={}).cells == ["é"]


def test_the_workspace_is_the_one_in_scope(scope: Workspace, other_workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="in scope"):
        insert_rows(Tag, [{"name": "a", "folded": "a", "workspace_id": other_workspace.pk}])
    assert not Tag.all_workspaces.exists()


@pytest.mark.django_db
def test_outside_any_workspace_nothing_scoped_is_written() -> None:
    with pytest.raises(NoWorkspaceError):
        insert_rows(Tag, [{"name": "a", "folded": "a"}])
    assert len(insert_rows(Source, [{"platform": "blog", "key": "a.example", "url": "https://a.example/"}])) == 1


def test_rows_must_agree_on_their_columns(scope: Workspace) -> None:
    with pytest.raises(ValueError, match="same columns"):
        insert_rows(Tag, [{"name": "a", "folded": "a"}, {"name": "b", "folded": "b", "colour": "red"}])


@pytest.mark.parametrize(
    ("row", "error"),
    [({"name": "a" * 61, "folded": "a"}, DataError), ({"name": None, "folded": "a"}, IntegrityError)],
)
def test_the_database_keeps_its_rules(scope: Workspace, row: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        insert_rows(Tag, [row])


def test_what_a_unique_key_refuses_is_left_out(scope: Workspace) -> None:
    Tag.objects.create(name="Déjà", folded="deja")
    rows = [{"name": name, "folded": name.lower()} for name in ("b", "deja", "a")]
    assert insert_new_rows(Tag, rows, returning=("folded", "colour")) == [("b", ""), ("a", "")]
    assert list(Tag.objects.order_by("id").values_list("name", flat=True)) == ["Déjà", "b", "a"]


def test_rows_are_changed_in_the_workspace_in_scope_only(scope: Workspace, other_workspace: Workspace) -> None:
    mine = Tag.objects.create(name="a", folded="a", colour="red")
    with workspace_scope(other_workspace.pk):
        theirs = Tag.objects.create(name="b", folded="b")
    with CaptureQueriesContext(connection) as statements:
        update_rows(Tag, [{"id": mine.pk, "name": "A"}, {"id": theirs.pk, "name": "B"}])
    assert len(statements) == 1
    found = Tag.all_workspaces.order_by("id").values_list("name", "folded", "colour")
    assert list(found) == [("A", "a", "red"), ("b", "b", "")]
