"""Alice owns the workspace, Bob edits in it, Charlie owns another one."""

from collections.abc import Iterator
from typing import Any

import pytest
from rest_framework.test import APIClient

from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import User, Workspace
from tests import factories


class Client(APIClient):
    """An API client bound to a person and a workspace: `client.at("creators/")` is the full address."""

    user: User
    slug: str

    def at(self, path: str) -> str:
        return f"/api/v1/workspaces/{self.slug}/{path}"


def client_of(user: User, workspace: Workspace) -> Client:
    client = Client()
    client.force_login(user)
    client.user, client.slug = user, workspace.slug
    return client


@pytest.fixture
def alice_user(db: None) -> User:
    return factories.make_user("Alice Martin")


@pytest.fixture
def workspace(alice_user: User) -> Workspace:
    return factories.make_workspace(alice_user)


@pytest.fixture
def alice(alice_user: User, workspace: Workspace) -> Client:
    return client_of(alice_user, workspace)


@pytest.fixture
def bob(workspace: Workspace) -> Client:
    user = factories.make_user("Bob Durand")
    factories.add_member(workspace, user, "editor")
    return client_of(user, workspace)


@pytest.fixture
def viewer(workspace: Workspace) -> Client:
    user = factories.make_user("Vera Petit")
    factories.add_member(workspace, user, "viewer")
    return client_of(user, workspace)


@pytest.fixture
def other_workspace(db: None) -> Workspace:
    return factories.make_workspace(factories.make_user("Charlie Roux"), "Studio Béton")


@pytest.fixture
def charlie(other_workspace: Workspace) -> Client:
    return client_of(User.objects.get(email="charlie@example.org"), other_workspace)


@pytest.fixture
def scope(workspace: Workspace) -> Iterator[Workspace]:
    """Enter Alice's workspace for direct work with models."""
    with workspace_scope(workspace.pk):
        yield workspace


@pytest.fixture
def key_client(alice: Client) -> Any:
    """Make a client with an API key of Alice: `key_client("write")`."""

    def make(scope: str = "write") -> Client:
        answer = alice.post(alice.at("api-keys/"), {"name": "Tableau de bord", "scope": scope})
        assert answer.status_code == 201, answer.content
        client = Client()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {answer.json()['key']}")
        client.user, client.slug = alice.user, alice.slug
        return client

    return make
