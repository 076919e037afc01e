from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from relais.kit.tenancy import NoWorkspaceError, WrongWorkspaceError, workspace_scope
from relais.workspaces.models import ApiKey, Brand, Membership, Workspace
from relais.workspaces.rules import TABLE, Role, allows
from tests.backend.conftest import Client
from tests.factories import make_brand


def test_g1_a_foreign_workspace_is_an_unknown_one(alice: Client, charlie: Client) -> None:
    foreign = alice.get(f"/api/v1/workspaces/{charlie.slug}/brands/")
    unknown = alice.get("/api/v1/workspaces/nowhere/brands/")
    assert foreign.status_code == unknown.status_code == 404
    assert {**foreign.json(), "correlation_id": ""} == {**unknown.json(), "correlation_id": ""}


def test_g1_a_foreign_row_is_an_unknown_one(alice: Client, other_workspace: Workspace) -> None:
    with workspace_scope(other_workspace.pk):
        theirs = make_brand("Secret")
    foreign = alice.get(alice.at(f"brands/{theirs.pk}/"))
    unknown = alice.get(alice.at("brands/999999/"))
    assert foreign.status_code == unknown.status_code == 404
    assert {**foreign.json(), "correlation_id": ""} == {**unknown.json(), "correlation_id": ""}
    changed = alice.patch(alice.at(f"brands/{theirs.pk}/"), {"name": "Stolen"})
    assert changed.status_code == 404
    with workspace_scope(other_workspace.pk):
        assert Brand.objects.get(pk=theirs.pk).name == "Secret"


def test_strangers_get_401(alice: Client) -> None:
    answer = Client().get(alice.at("brands/"))
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_g4_a_viewer_reads_and_does_not_write(viewer: Client) -> None:
    assert viewer.get(viewer.at("brands/")).status_code == 200
    answer = viewer.post(viewer.at("brands/"), {"name": "Maison Olivier"})
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    with workspace_scope(Membership.all_workspaces.get(user=viewer.user).workspace_id):
        assert not Brand.objects.exists()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("resource", TABLE)
def test_g4_a_read_key_only_reads(role: Role, resource: str) -> None:
    for verb in TABLE[resource]:
        allowed = allows(f"{role}:read", resource, verb)
        assert not allowed or verb in {"read", "export"}
        assert not allowed or allows(role, resource, verb)


def test_unknown_resources_and_verbs_are_refused() -> None:
    assert not allows("owner", "everything", "read")
    assert not allows("owner", "brands", "explode")


def test_scoped_rows_need_a_scope(workspace: Workspace) -> None:
    with pytest.raises(NoWorkspaceError):
        list(Brand.objects.all())
    with pytest.raises(NoWorkspaceError):
        Brand.objects.create(name="Nobody's")


def test_a_queryset_is_scoped_when_it_runs(workspace: Workspace, other_workspace: Workspace) -> None:
    rows = Brand.objects.all()
    with workspace_scope(workspace.pk):
        make_brand("Ours")
    with workspace_scope(other_workspace.pk):
        make_brand("Theirs")
        assert [brand.name for brand in rows.all()] == ["Theirs"]
    with workspace_scope(workspace.pk):
        assert [brand.name for brand in rows.all()] == ["Ours"]


def test_rows_of_another_workspace_are_not_written(workspace: Workspace, other_workspace: Workspace) -> None:
    with workspace_scope(workspace.pk):
        ours = make_brand("Ours")
    with workspace_scope(other_workspace.pk), pytest.raises(WrongWorkspaceError):
        ours.save()
    with workspace_scope(other_workspace.pk), pytest.raises(WrongWorkspaceError):
        Brand.objects.bulk_create([Brand(name="Smuggled", workspace_id=workspace.pk)])


def test_the_database_itself_refuses_a_link_across_workspaces(workspace: Workspace, other_workspace: Workspace) -> None:
    with workspace_scope(other_workspace.pk):
        theirs = make_brand("Theirs")
    statement = (
        "INSERT INTO campaigns_campaign (workspace_id, brand_id, name, kind, state, goal, brief, hashtags, version,"
        " folded, board_version, created_at, updated_at)"
        " VALUES (%s, %s, 'x', 'gifting', 'planned', '', '', '{}', 1, 'x', 0, now(), now())"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [workspace.pk, theirs.pk])
        with pytest.raises(IntegrityError, match="same_ws"), transaction.atomic():
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("DELETE FROM campaigns_campaign")


def test_g8_keys(alice: Client, key_client: Any, charlie: Client) -> None:
    reader, writer = key_client("read"), key_client("write")
    assert reader.get(reader.at("brands/")).status_code == 200
    assert reader.post(reader.at("brands/"), {"name": "A"}).status_code == 403
    assert writer.post(writer.at("brands/"), {"name": "A"}).status_code == 201
    assert writer.get(f"/api/v1/workspaces/{charlie.slug}/brands/").status_code == 404
    assert writer.post(writer.at("api-keys/"), {"name": "More", "scope": "write"}).status_code == 403
    assert [w["slug"] for w in writer.get("/api/v1/me/").json()["workspaces"]] == [alice.slug]


def test_g8_the_secret_is_not_stored(alice: Client) -> None:
    made = alice.post(alice.at("api-keys/"), {"name": "Tableau de bord", "scope": "read"}).json()
    listed = alice.get(alice.at("api-keys/")).json()["results"][0]
    assert "key" not in listed
    stored = ApiKey.all_workspaces.get()
    assert made["key"].startswith(f"rl_{stored.prefix}_")
    assert made["key"].split("_", 2)[2] not in (stored.secret_hash, stored.prefix)


def test_g8_revocation_and_role_loss_act_on_the_next_request(alice: Client, key_client: Any) -> None:
    writer = key_client("write")
    Membership.all_workspaces.filter(user=alice.user).update(role="viewer")
    assert writer.post(writer.at("brands/"), {"name": "A"}).status_code == 403
    Membership.all_workspaces.filter(user=alice.user).update(role="owner")
    key = alice.get(alice.at("api-keys/")).json()["results"][0]
    assert alice.delete(alice.at(f"api-keys/{key['id']}/")).status_code == 204
    answer = writer.get(writer.at("brands/"))
    assert (answer.status_code, answer.json()["code"]) == (401, "authentication_failed")


def test_g9_a_key_in_the_address_is_not_read(alice: Client, key_client: Any) -> None:
    writer = key_client("write")
    key = writer._credentials["HTTP_AUTHORIZATION"].split()[1]
    assert Client().get(alice.at(f"brands/?key={key}")).status_code == 401


def test_unknown_parameters_are_named(alice: Client) -> None:
    answer = alice.get(alice.at("brands/?nmae=x&q=y"))
    assert (answer.status_code, answer.json()["code"]) == (400, "unknown_parameter")
    assert list(answer.json()["errors"]) == ["nmae"]


def test_g15_a_write_by_cookie_needs_its_token(alice: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice.user)
    answer = strict.post(alice.at("brands/"), {"name": "A"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/problem+json")
