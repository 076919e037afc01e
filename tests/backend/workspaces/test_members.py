import pytest
from rest_framework.test import APIClient

from relais.workspaces.models import Membership, User, Workspace
from tests.backend.conftest import Client
from tests.factories import PASSWORD


def test_join_by_link(alice: Client) -> None:
    made = alice.post(alice.at("invitations/"), {"role": "editor", "email": "dana@example.org"}).json()
    path = f"/api/v1{made['path']}/"
    stranger = APIClient()
    shown = stranger.get(path).json()
    assert (shown["workspace"], shown["signed_in_as"]) == ("Agence Lumière", None)
    assert alice.get(path).json()["signed_in_as"] == "Alice Martin"
    body = {"email": "dana@example.org", "password": PASSWORD, "name": "Dana", "language": "en"}
    joined = stranger.post(path, body)
    assert joined.status_code == 201, joined.content
    assert joined.json()["workspaces"][0]["role"] == "editor"
    again = APIClient().post(path, body | {"email": "other@example.org"})
    assert (again.status_code, again.json()["code"]) == (404, "invitation_unusable")


def test_a_member_joins_a_second_workspace(alice: Client, charlie: Client) -> None:
    made = charlie.post(charlie.at("invitations/"), {"role": "viewer"}).json()
    answer = alice.post(f"/api/v1{made['path']}/", {})
    assert answer.status_code == 201
    assert {w["slug"] for w in answer.json()["workspaces"]} == {alice.slug, charlie.slug}


def test_the_last_owner_stays(alice: Client, workspace: Workspace) -> None:
    me = Membership.all_workspaces.get(user=alice.user)
    for answer in (
        alice.patch(alice.at(f"members/{me.pk}/"), {"role": "viewer"}),
        alice.delete(alice.at(f"members/{me.pk}/")),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "last_owner")
    me.refresh_from_db()
    assert me.role == "owner"


def test_an_editor_does_not_manage_members(bob: Client, alice: Client) -> None:
    me = Membership.all_workspaces.get(user=bob.user)
    assert bob.patch(bob.at(f"members/{me.pk}/"), {"role": "owner"}).status_code == 403
    assert bob.post(bob.at("invitations/"), {"role": "owner"}).status_code == 403


def test_only_owners_make_owners(alice: Client, bob: Client) -> None:
    row = Membership.all_workspaces.get(user=bob.user)
    assert alice.patch(alice.at(f"members/{row.pk}/"), {"role": "manager"}).status_code == 200
    answer = bob.patch(bob.at(f"members/{row.pk}/"), {"role": "owner"})
    assert (answer.status_code, answer.json()["code"]) == (403, "role_above_own")


def test_g13_a_new_password_ends_other_sessions(alice: Client) -> None:
    one, two = APIClient(), APIClient()
    for client in (one, two):
        signed = client.post("/_allauth/browser/v1/auth/login", {"email": alice.user.email, "password": PASSWORD})
        assert signed.status_code == 200, signed.content
    changed = one.post(
        "/_allauth/browser/v1/account/password/change",
        {"current_password": PASSWORD, "new_password": "Coquelicot-et-bleuet-7"},
    )
    assert changed.status_code == 200, changed.content
    assert one.get("/api/v1/me/").status_code == 200
    assert two.get("/api/v1/me/").status_code == 401


@pytest.mark.parametrize("path", ["auth/signup", "account/email", "auth/code/request", "account/phone", "config"])
def test_what_of_allauth_is_not_used_is_not_there(alice: Client, path: str) -> None:
    answer = alice.post(f"/_allauth/browser/v1/{path}", {"email": "x@example.org", "password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert not User.objects.filter(email="x@example.org").exists()


def test_brands(alice: Client) -> None:
    made = alice.post(alice.at("brands/"), {"name": "Maison Olivier", "website": "https://olivier.example"})
    assert made.status_code == 201
    taken = alice.post(alice.at("brands/"), {"name": "maison olivier"})
    assert (taken.status_code, taken.json()["code"]) == (409, "name_taken")
    archived = alice.patch(alice.at(f"brands/{made.json()['id']}/"), {"is_archived": True}).json()
    assert archived["archived_at"]
    assert alice.get(alice.at("brands/?archived=false")).json()["results"] == []
