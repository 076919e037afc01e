"""A worker killed at any statement of an import or a merge loses nothing and doubles nothing."""

from typing import Any

import pytest
from django.db import connection

from relais.creators.imports import running
from relais.creators.imports.staging import stage_import
from relais.creators.imports.undoing import undo_import
from relais.creators.merging.actions import merge_creators
from relais.creators.models import Channel, ContactPoint, Creator, CreatorTag, Import, ImportRow, Merge
from relais.kit.actors import Actor
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.creators.conftest import make_creator
from tests.backend.dying import dies_at

BODY = "name,url,email,tags\n" + "".join(
    f"Personne {n},blog{n}.example,p{n}@blog{n}.example,Cuisine\n" if n % 4 else f"Refusée {n},pas un site,,\n"
    for n in range(12)
)


@pytest.fixture
def place(transactional_db: None) -> Workspace:
    return factories.make_workspace(factories.make_user("Alice Martin"))


def start(workspace: Workspace) -> int:
    by = Actor()
    with workspace_scope(workspace.pk):
        draft = stage_import(body=BODY.encode(), file_name="liste.csv", by=by)
        running.start_import(draft=draft, by=by)
    return int(draft.pk)


def go_on(workspace: Workspace, pk: int) -> None:
    with workspace_scope(workspace.pk):
        # As if the dead worker's lease had run out.
        Import.objects.filter(pk=pk).update(leased_until=None)
        running.continue_import(import_id=pk)


def told(pk: int) -> dict[str, Any]:
    """Inside a scope: what the import made and says, without ids."""
    run = Import.objects.get(pk=pk)
    return {
        "counts": (run.state, run.done, run.created, run.updated, run.skipped, run.rejected),
        "rows": list(ImportRow.objects.filter(run=pk).order_by("number").values_list("number", "outcome")),
        "people": sorted(Creator.objects.values_list("name", "folded_name", "facets")),
        "channels": sorted(Channel.objects.values_list("key", "creator__name")),
        "contacts": sorted(ContactPoint.objects.values_list("normalised", "creator__name")),
        "tags": CreatorTag.objects.count(),
    }


@pytest.mark.django_db(transaction=True)
def test_g47_an_import_killed_at_every_statement_ends_as_if_never_killed(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CHUNK", 5)
    monkeypatch.setattr(running, "MOST_ATTEMPTS", 10_000)
    pk = start(place)
    go_on(place, pk)
    with workspace_scope(place.pk):
        whole = told(pk)
        facets = {name: len(values) for name, _, values in whole["people"]}
    assert whole["counts"] == ("done", 12, 9, 0, 0, 3)
    elsewhere = factories.make_workspace(factories.make_user("Charlie Roux"), "Studio Béton")
    pk = start(elsewhere)
    deaths = 0
    while dies_at(lambda: go_on(elsewhere, pk), 3 + deaths):
        deaths += 1
        with workspace_scope(elsewhere.pk):
            run = Import.objects.get(pk=pk)
            assert run.done == ImportRow.objects.filter(run=pk).exclude(outcome="").count()
            assert run.created == Creator.objects.count()
    assert deaths > 20
    with workspace_scope(elsewhere.pk):
        found = told(pk)
        assert {name: len(values) for name, _, values in found.pop("people")} == facets
    whole.pop("people")
    assert found == whole


@pytest.mark.django_db(transaction=True)
def test_g46_a_merge_killed_at_every_statement_is_whole_or_not_at_all(place: Workspace) -> None:
    with workspace_scope(place.pk):
        kept = make_creator("Une", "https://une.example/", emails=["une@une.example"])
        gone = make_creator("Deux", "https://deux.example/", tags=["VIP"])
        factories.make_card(factories.make_campaign(factories.make_brand()), gone)

        def merge() -> None:
            with workspace_scope(place.pk):
                merge_creators(kept=kept, gone=gone, by=Actor())

        deaths = 0
        while dies_at(merge, deaths):
            deaths += 1
            assert not Merge.objects.exists()
            assert set(Channel.objects.values_list("key", "creator__name")) == {
                ("une.example", "Une"), ("deux.example", "Deux"),
            }  # fmt: skip
        assert deaths > 10
        assert set(Channel.objects.values_list("creator", flat=True)) == {kept.pk}


@pytest.mark.django_db
def test_g47_two_thousand_rows_run_and_are_undone_in_statements_that_do_not_grow(scope: Workspace) -> None:
    body = "name,url,email\n" + "".join(f"Personne {n},blog{n}.example,p{n}@blog{n}.example\n" for n in range(2_000))
    draft = stage_import(body=body.encode(), file_name="grande.csv", by=Actor())
    running.start_import(draft=draft, by=Actor())
    statements = 0

    def count(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        running.continue_import(import_id=draft.pk)
    run = Import.objects.get(pk=draft.pk)
    assert (run.state, run.created) == ("done", 2_000)
    assert statements < 60 * (2_000 / running.CHUNK + 1)
    statements = 0
    with connection.execute_wrapper(count):
        undo_import(run=run, by=Actor())
    assert statements < 150
    assert not Creator.objects.live().exists()
